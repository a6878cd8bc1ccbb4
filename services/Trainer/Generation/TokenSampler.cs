using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Training.Generation;

/// <summary>
/// Draws tokens by inverting the cumulative distribution at a number that depends on seed, row and step alone: a row's draws do
/// not change with what else is in the batch, nor with the state of any generator.
/// </summary>
internal sealed class TokenSampler(SamplingOptions options, ulong seed)
{
    private readonly CounterRandom _random = new(seed);

    // logits [B, V], drafts[B] → a token of each and its log-probability at temperature 1
    public (long[] Tokens, float[] Logprobs) Sample(Tensor logits, IReadOnlyList<Draft> drafts)
    {
        var logprobs = logits.log_softmax(-1);
        var tokens = options.Greedy ? logprobs.argmax(-1) : Draw(logits, logprobs, drafts); // [B]
        var chosen = logprobs.gather(1, tokens.unsqueeze(-1));
        return (tokens.cpu().data<long>().ToArray(), chosen.cpu().data<float>().ToArray());
    }

    // The first token whose cumulative probability exceeds u·total; u·total < total, so that there is one and its probability is not zero.
    private Tensor Draw(Tensor logits, Tensor logprobs, IReadOnlyList<Draft> drafts)
    {
        var probabilities = SamplingFilter.Apply(options.Temperature == 1 ? logprobs.exp() : (logits / options.Temperature).softmax(-1), options);
        if (options.UniformShare > 0)
            probabilities = probabilities * (1 - options.UniformShare) + options.UniformShare / probabilities.shape[1];
        var cumulative = probabilities.cumsum(-1); // [B, V]
        var total = cumulative.narrow(1, cumulative.shape[1] - 1, 1);
        return cumulative.le(Uniforms(drafts) * total).sum(-1);
    }

    private Tensor Uniforms(IReadOnlyList<Draft> drafts)
    {
        var values = new float[drafts.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = _random.Fork((ulong)drafts[i].Length).Uniform((ulong)drafts[i].Row);
        return tensor(values).unsqueeze(-1); // [B, 1]
    }
}
