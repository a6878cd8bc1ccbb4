using System.Text.Json;
using Judges.Mathematics;
using Symbolics;

namespace MathJudge.Tests;

/// <summary>Agreement with the verdicts that others recorded. The thresholds are what holds now: they may only rise.</summary>
public class ConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Known_failures_of_other_graders()
    {
        var score = Score("known_failures.jsonl", row => row.Text("basis") is "math" ? row.Flag("right_verdict") : null, Bare, ComparisonPolicy.Default);

        Assert.Equal(0, score.FalsePositives);
        Assert.True(score.Share >= 0.95, score.ToString());
    }

    [Fact]
    public void Pairs_of_Math_Verify()
    {
        var score = Score("mathverify_cases.jsonl", row => row.Text("kind") is "pair" && row.Flag("disputed") is not true ? row.Flag("expected") : null, Extracted, ComparisonPolicy.MathVerify);

        Assert.Equal(0, score.FalsePositives);
        Assert.True(score.Share >= 0.99, score.ToString());
    }

    [Fact]
    public void Parses_of_latex2sympy()
    {
        var score = Score("mathverify_cases.jsonl", row => row.Text("kind") is "parse" ? row.Flag("expected") : null, Bare, ComparisonPolicy.MathVerify);

        Assert.True(score.Share >= 0.97, score.ToString());
    }

    [Theory]
    [InlineData("zeroeval_pairs.jsonl.gz", 0.998)]
    [InlineData("mathcoder_minival_pairs.jsonl", 0.98)]
    public void Pairs_of_model_answers(string file, double threshold)
    {
        var score = Score(file, static row => row.Flag("label"), Bare, ComparisonPolicy.Default);

        Assert.True(score.Share >= threshold, score.ToString());
        Assert.Equal(0, score.FalsePositives);
    }

    [Fact]
    public void Golds_equal_themselves_in_a_box()
    {
        var (right, all) = (0, 0);
        foreach (var row in Corpora.Rows("gold_answers.jsonl.gz"))
        {
            if ((row.Text("gold") ?? row.Text("answer")) is not { } gold || string.IsNullOrWhiteSpace(gold))
                continue;
            all++;
            right += Comparison.Of(gold, gold).Equivalence is Equivalence.Equal ? 1 : 0;
        }
        output.WriteLine($"gold_answers: {right} of {all} equal themselves");

        Assert.Equal(all, right);
    }

    // Two rows describe their text instead of giving it.
    private static string Spelled(string text) => text switch
    {
        "(((...1...))) 300 deep" => new string('(', 300) + "1" + new string(')', 300),
        "1 repeated 100000 times" => new string('1', 100_000),
        _ => text,
    };

    private static string? Bare(string text) => text.Trim() is ['\\', 'b', 'o', 'x', 'e', 'd', '{', .. var inner, '}'] ? inner : text.Trim();

    private static string? Extracted(string text) =>
        AnswerExtractor.Extract(text, ExtractionScope.Anything) is { Unclosed: false } found ? text.Substring(found.Start, found.Length) : text;

    private Scoreboard Score(string file, Func<JsonElement, bool?> expected, Func<string, string?> read, ComparisonPolicy policy)
    {
        var score = new Scoreboard();
        foreach (var row in Corpora.Rows(file))
        {
            if (expected(row) is not { } right || row.Text("gold") is not { } gold || row.Text("pred") is not { } answer)
                continue;
            var rounding = row.Places() is { } places ? policy with { AbsoluteTolerance = 0.5 * Math.Pow(10, -places) } : policy;
            var given = Comparison.Of(gold.Contains(@"\boxed", StringComparison.Ordinal) ? read(gold) : gold, read(Spelled(answer)), rounding);
            if (given.Equivalence is Equivalence.Equal != right && Conventions.Reason(row.Text("id")!) is { } reason)
            {
                output.WriteLine($"{row.Text("id")}: left out, {reason}");
                continue;
            }
            score += new Scoreboard(1, given.Equivalence is Equivalence.Equal == right ? 1 : 0, given.Equivalence is Equivalence.Equal && !right ? 1 : 0);
            if (given.Equivalence is Equivalence.Equal != right)
                output.WriteLine($"{row.Text("id")}: expected {right}, found {given.Equivalence} ({given.Grounds}): {Cut(gold)} | {Cut(answer)}");
        }
        output.WriteLine($"{file}: {score}");
        return score;
    }

    private static string Cut(string text) => text.Length <= 80 ? text : "…" + text[^80..];

    private readonly record struct Scoreboard(int All, int Right, int FalsePositives)
    {
        public double Share => All == 0 ? 1 : (double)Right / All;

        public static Scoreboard operator +(Scoreboard left, Scoreboard right) =>
            new(left.All + right.All, left.Right + right.Right, left.FalsePositives + right.FalsePositives);

        public override string ToString() => $"{Right} of {All} agree, {FalsePositives} false positives";
    }
}
