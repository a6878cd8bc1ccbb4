using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>How many tokens chose each expert, padding left out.</summary>
internal static class ExpertLoad
{
    // choices [N, k] int64, counted [N, 1] → [E]
    public static Tensor Count(Tensor choices, Tensor counted, long experts)
    {
        using var _ = no_grad();
        return zeros(experts).scatter_add_(0, choices.reshape(-1), counted.expand(choices.shape[0], choices.shape[1]).reshape(-1));
    }

    /// <summary>Highest load over mean load: 1 is perfect balance, E total collapse.</summary>
    public static double MaxOverMean(ReadOnlySpan<float> load)
    {
        double max = 0, sum = 0;
        foreach (var value in load)
            (max, sum) = (Math.Max(max, value), sum + value);
        return sum == 0 ? 1 : max * load.Length / sum;
    }
}
