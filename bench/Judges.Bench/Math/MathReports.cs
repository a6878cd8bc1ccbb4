using MathJudge.Tests.Reports;

namespace Judges.Bench;

/// <summary><c>./judges bench math --reports [DATA]</c>: writes the report of disagreements with recorded labels.</summary>
internal static class MathReports
{
    private static readonly string s_report = Path.Combine("tests", "MathJudge.Tests", "Reports", "disagreements.md");

    public static int Write(string[] arguments, TextWriter output)
    {
        var folder = arguments is [var named, ..] ? named : MathCorpus.Folder;
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"there is no folder {folder}: name the one that holds model_outputs.jsonl.gz, as in ./judges bench math --reports DATA");
            return 1;
        }
        using (var report = new StreamWriter(s_report) { NewLine = "\n" })
            DisagreementReport.Write(folder, report);
        output.WriteLine($"wrote {s_report}");
        return 0;
    }
}
