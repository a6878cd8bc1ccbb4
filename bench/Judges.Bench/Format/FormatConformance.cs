using Judges.Format.Conformance;

namespace Judges.Bench;

/// <summary><c>./judges bench format --conformance [DATA]</c>: every goal with its figures; exit code 1 when one does not hold.</summary>
internal static class FormatConformance
{
    public static int Print(string[] arguments, TextWriter output)
    {
        var folder = arguments is [var named, ..] ? named : Path.Combine("..", "shared", "data", "lang");
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"there is no folder {folder}: name the one that holds format_cases.jsonl, as in ./judges bench format --conformance DATA");
            return 1;
        }
        var failed = 0;
        foreach (var goal in ConformanceGoals.All)
        {
            var result = goal.Measure(folder);
            output.WriteLine($"{(result.Holds ? "holds " : "FAILS ")} {goal.Name}: {result.Summary}");
            foreach (var line in result.Lines)
                output.WriteLine("       " + line);
            failed += result.Holds ? 0 : 1;
        }
        return failed == 0 ? 0 : 1;
    }
}
