namespace Judges.Format.Language;

/// <summary>What a report earns under a mode.</summary>
internal static class LanguageScore
{
    private const double CostOfRun = 0.1;

    public static double Of(LanguageReport report, LanguageReward reward) => (reward.Mode, report.Ratio!.Value) switch
    {
        (LanguageMode.Threshold, var ratio) => ratio >= reward.Threshold ? 1 : 0,
        (LanguageMode.Linear, var ratio) => Math.Clamp((ratio - reward.Low) / (reward.High - reward.Low), 0, 1),
        (LanguageMode.Strict, _) => report.ForeignRuns == 0 ? 1 : 0,
        (LanguageMode.RunSensitive, var ratio) => ratio * Math.Max(0, 1 - CostOfRun * RunsInAHundredWords(report)),
        (_, var ratio) => ratio,
    };

    // A single passage costs, however long the text around it.
    private static double RunsInAHundredWords(LanguageReport report) => report.ForeignRuns == 0
        ? 0
        : Math.Max(1, report.ForeignRuns * 100 / (report.TargetWords + report.ForeignWords));
}
