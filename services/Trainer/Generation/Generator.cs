using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Training.Generation;

/// <summary>Samples completions from a policy: each prompt is read once, then its group decodes together over a key/value cache.</summary>
public sealed class Generator(Decoder policy)
{
    /// <summary>
    /// <paramref name="groupSize"/> completions of each prompt, group after group. The same weights, prompts and seed give the same
    /// completions.
    /// </summary>
    public IReadOnlyList<Completion> Generate(
        IReadOnlyList<int[]> prompts, int groupSize, SamplingOptions options, ulong seed, CancellationToken cancellationToken)
    {
        Check(prompts, groupSize, options);
        if (prompts.Count == 0)
            return [];

        using var _ = inference_mode();
        using var scope = NewDisposeScope();
        var (batch, logits) = Prefill(prompts, groupSize, options);
        var sampler = new TokenSampler(options, seed);
        for (var step = 0; ; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (NewDisposeScope())
            {
                var (tokens, logprobs) = sampler.Sample(logits, batch.Rows, step);
                batch.Append(tokens, logprobs);
            }

            logits.Dispose();
            if (batch.Done || step == options.MaxTokens - 1)
                return batch.Completions();

            batch.Compact();
            logits = batch.Advance();
        }
    }

    private (GenerationBatch Batch, Tensor Logits) Prefill(IReadOnlyList<int[]> prompts, int groupSize, SamplingOptions options)
    {
        var longest = prompts.Max(static prompt => prompt.Length);
        var columns = longest + options.MaxTokens;
        int[] starts = [.. prompts.Select(prompt => longest - prompt.Length)];
        var tokens = new long[prompts.Count * longest];
        for (var row = 0; row < prompts.Count; row++)
        {
            for (var i = 0; i < prompts[row].Length; i++)
                tokens[row * longest + starts[row] + i] = prompts[row][i];
        }

        var fused = policy.Fuse(ExpertPaths.For(policy.Config, prompts.Count * groupSize));
        var cache = fused.Cache(prompts.Count, columns);
        var rows = new PaddedRows(tensor(tokens).view(prompts.Count, longest), null, PaddedRows.LeftPaddingBias(longest, starts), starts);
        var hidden = fused.Forward(rows, cache, countLoad: false).Hidden.view(prompts.Count, longest, -1);
        var logits = fused.Logits(hidden.select(1, longest - 1)); // [P, V]
        int[] rowStarts = [.. starts.SelectMany(start => Enumerable.Repeat(start, groupSize))];
        return (
            new(fused, cache.Repeat(groupSize), rowStarts, columns, options),
            logits.repeat_interleave(groupSize, 0));
    }

    private void Check(IReadOnlyList<int[]> prompts, int groupSize, SamplingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groupSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxTokens, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Temperature, nameof(options));
        foreach (var prompt in prompts)
        {
            if (prompt.Length == 0)
                throw new ArgumentException("A prompt has at least one token.", nameof(prompts));
            if (prompt.Length + options.MaxTokens > policy.Config.MaxPositions)
            {
                throw new ArgumentException(
                    $"A prompt of {prompt.Length} tokens and a completion of {options.MaxTokens} exceed the decoder's {policy.Config.MaxPositions} positions.",
                    nameof(prompts));
            }

            if (prompt.Any(token => (uint)token >= (uint)policy.Config.VocabularySize))
                throw new ArgumentException($"A prompt has a token outside of the vocabulary of {policy.Config.VocabularySize}.", nameof(prompts));
        }
    }
}
