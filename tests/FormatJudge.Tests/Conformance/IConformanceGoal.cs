namespace Judges.Format.Conformance;

/// <summary>
/// One goal that is measured on the shared data: <c>./judges bench format --conformance</c> prints it, ConformanceTests asserts it. This folder
/// is compiled into both.
/// </summary>
internal interface IConformanceGoal
{
    string Name { get; }

    /// <summary>Measures; every file is read from <paramref name="folder"/>, the shared data's data/lang.</summary>
    ConformanceResult Measure(string folder);
}

/// <summary>How a goal was met.</summary>
/// <param name="Holds">Whether it was.</param>
/// <param name="Summary">One line with the figures.</param>
/// <param name="Lines">What stands behind them.</param>
internal sealed record ConformanceResult(bool Holds, string Summary, IReadOnlyList<string> Lines);

/// <summary>The goals, in the order in which they are printed.</summary>
internal static class ConformanceGoals
{
    public static IReadOnlyList<IConformanceGoal> All { get; } =
    [
        new PeerCasesGoal(), new IdentifyGoal("sentences", 0.985), new IdentifyGoal("word-pairs", 0.85), new IdentifyGoal("single-words", 0.70),
        new LanguageConfusionGoal(), new LanguageTracesGoal(),
    ];
}
