using System.Text;
using System.Text.Json;
using MathJudge.Tests.Reports;

namespace Judges.Bench;

/// <summary>The recorded answers that the bench judges.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="File">Below data/math of the shared data, or beside this program.</param>
/// <param name="Read">A row as a request, or null for a row of another kind.</param>
internal sealed record MathCorpus(string Name, string File, Func<JsonElement, GradeMath?> Read)
{
    public static readonly string Folder = Path.GetFullPath(Path.Combine(Environment.GetEnvironmentVariable("JUDGES_SHARED") is { Length: > 0 } shared ? shared : Path.Combine("..", "shared"), "data", "math"));

    public static readonly IReadOnlyList<MathCorpus> Sets =
    [
        new("Math-Verify's own tests", "mathverify_cases.jsonl", static row => JsonLines.Word(row, "kind") is "pair" ? Request(row, "pred", MathPolicy.MathVerify) : null),
        new("real responses", "model_outputs.jsonl.gz", static row => Request(row, "response", MathPolicy.MathVerify)),
        new("real responses, default policy", "model_outputs.jsonl.gz", static row => Request(row, "response", MathPolicy.Default)),
        new("other projects' tests", "other_cases.jsonl", static row => Request(row, "pred", MathPolicy.MathVerify)),
        new("ZeroEval's answers", "zeroeval_pairs.jsonl.gz", static row => Request(row, "pred", MathPolicy.MathVerify)),
        new("MathCoder's answers", "mathcoder_minival_pairs.jsonl", static row => Request(row, "pred", MathPolicy.MathVerify)),
        new("hostile answers", "hostile.jsonl", Hostile),
    ];

    public IReadOnlyList<GradeMath> Requests()
    {
        var path = Path.Combine(AppContext.BaseDirectory, File);
        if (!System.IO.File.Exists(path))
            path = Path.Combine(Folder, File);
        return System.IO.File.Exists(path) ? [.. JsonLines.Read(path).Select(Read).OfType<GradeMath>()] : [];
    }

    private static GradeMath? Request(JsonElement row, string response, MathPolicy policy) =>
        JsonLines.Word(row, "gold") is { Length: > 0 } gold && JsonLines.Word(row, response) is { } text ? new() { Answer = gold, Response = text, Policy = policy } : null;

    private static GradeMath Hostile(JsonElement row) =>
        new() { Answer = Spelled(row.GetProperty("gold")), Response = $@"\boxed{{{Spelled(row.GetProperty("answer"))}}}" };

    // A piece is a string, or a string and how often it is repeated.
    private static string Spelled(JsonElement pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces.EnumerateArray())
            text.Insert(text.Length, piece.ValueKind is JsonValueKind.String ? piece.GetString()! : piece[0].GetString()!, piece.ValueKind is JsonValueKind.String ? 1 : piece[1].GetInt32());
        return text.ToString();
    }
}
