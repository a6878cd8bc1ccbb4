using static TorchSharp.torch;

namespace Judges.Training.Generation;

/// <summary>Takes unlikely tokens out of a distribution; what is left is not made to sum to one, since a draw divides by the sum.</summary>
internal static class SamplingFilter
{
    // [B, V] → [B, V]
    public static Tensor Apply(Tensor probabilities, SamplingOptions options)
    {
        if (options.TopK > 0 && options.TopK < probabilities.shape[1])
            probabilities = Top(probabilities, options.TopK);
        if (options.TopP < 1)
            probabilities = Nucleus(probabilities, options.TopP);
        if (options.MinP > 0)
            probabilities = probabilities.masked_fill(probabilities.lt(probabilities.amax(1).unsqueeze(-1) * options.MinP), 0);
        return probabilities;
    }

    // Exactly k, of equal ones some: where many are equal a threshold would let all of them through.
    private static Tensor Top(Tensor probabilities, int k)
    {
        var (values, tokens) = probabilities.topk(k, -1);
        return zeros_like(probabilities).scatter(1, tokens, values);
    }

    // A token stays when those before it do not reach the mass yet: the likeliest always does.
    private static Tensor Nucleus(Tensor probabilities, double mass)
    {
        var (values, tokens) = probabilities.sort(-1, descending: true, stable: true);
        var sums = values.cumsum(-1);
        var total = sums.narrow(1, sums.shape[1] - 1, 1);
        return zeros_like(probabilities).scatter(1, tokens, values.masked_fill((sums - values).ge(total * mass), 0));
    }
}
