using Judges.Training.Recipes;

namespace Judges.Training.Runs;

/// <summary>Ends a run early once every task is solved and the format kept, averaged over the last steps.</summary>
internal static class StopRule
{
    public static bool Solved(StopSection rule, IReadOnlyList<StepRecord> steps)
    {
        if (!rule.WhenSolved || steps.Count < Math.Max(rule.MinSteps, rule.Window))
            return false;
        var window = steps.Skip(steps.Count - rule.Window).ToList();
        return window.Average(static step => step.FormatAccepted) >= rule.Accuracy
            && window[^1].Accuracy.Keys.All(task => window.Average(step => step.Accuracy.GetValueOrDefault(task)) >= rule.Accuracy);
    }
}
