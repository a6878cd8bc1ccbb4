using System.Text.Json;
using Judges;

namespace MathJudge.Tests;

/// <summary>Asks the core.</summary>
internal static class Grading
{
    private static readonly Judges.Mathematics.MathJudge Judge = new();

    public static Verdict Grade(string gold, string response, MathCredit credit = MathCredit.Exact) =>
        Judge.Grade(new GradeMath { Answer = gold, Response = response, Credit = credit }, TestContext.Current.CancellationToken)
            .AsTask().GetAwaiter().GetResult();

    public static string Detail(this Verdict verdict, string name) => verdict.Detail!.Value.GetProperty(name).ToString();

    public static bool Has(this Verdict verdict, string name) => verdict.Detail!.Value.TryGetProperty(name, out JsonElement _);
}
