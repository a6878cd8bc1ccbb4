using Judges;

namespace FormatJudge.Tests;

/// <summary>Asks the core.</summary>
internal static class Grading
{
    private static readonly Judges.Format.FormatJudge Judge = new();

    public static Verdict Grade(GradeFormat request) =>
        Judge.Grade(request, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();

    public static Verdict Grade(string response, FormatCredit credit = FormatCredit.Exact, string template = "think-answer") =>
        Grade(new GradeFormat { Response = response, Credit = credit, Template = template });

    /// <summary>The violation as <c>code@offset</c>, or "none".</summary>
    public static string Violation(this Verdict verdict) => verdict.Detail!.Value.TryGetProperty("violation", out var violation)
        ? $"{violation.GetProperty("code").GetString()}@{violation.GetProperty("offset").GetInt32()}"
        : "none";

    public static string[] Holding(this Verdict verdict) =>
        [.. verdict.Detail!.Value.GetProperty("checks").EnumerateArray()
            .Where(check => check.GetProperty("holds").GetBoolean())
            .Select(check => check.GetProperty("name").GetString()!)];

    public static string Block(this Verdict verdict, string name, string response)
    {
        var span = verdict.Detail!.Value.GetProperty("blocks").GetProperty(name);
        return response.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32());
    }
}
