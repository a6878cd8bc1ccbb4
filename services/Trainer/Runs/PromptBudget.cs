namespace Judges.Training.Runs;

/// <summary>Deals a step's prompts out to the tasks.</summary>
internal static class PromptBudget
{
    // A solved task keeps some prompts, so that it is not forgotten and its accuracy stays known.
    private const double Kept = 0.15;

    /// <summary>
    /// Shares in proportion to prompts × (0.15 + unsolved), by the largest remainder; at least one each, and as many in all as the tasks
    /// have together.
    /// </summary>
    /// <param name="prompts">How many prompts each task has when nothing is known.</param>
    /// <param name="unsolved">The share of each task that is not solved.</param>
    public static int[] Deal(IReadOnlyList<int> prompts, IReadOnlyList<double> unsolved)
    {
        var weights = prompts.Zip(unsolved, static (count, share) => count * (Kept + share)).ToArray();
        var spare = prompts.Sum() - prompts.Count;
        var exact = weights.Select(weight => spare * weight / weights.Sum()).ToArray();
        var dealt = exact.Select(static share => 1 + (int)share).ToArray();
        foreach (var task in exact.Index().OrderByDescending(static share => share.Item - (int)share.Item).Take(prompts.Sum() - dealt.Sum()).ToList())
            dealt[task.Index]++;
        return dealt;
    }
}
