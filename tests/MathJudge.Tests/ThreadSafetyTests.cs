using Judges;

namespace MathJudge.Tests;

public class ThreadSafetyTests
{
    [Fact]
    public void Any_number_of_threads_get_the_verdicts_that_one_gets()
    {
        string[] golds = [@"\frac12", @"\sqrt{8}", "x^2-1", @"\sin^2 x+\cos^2 x", "(1,2]", @"\{1,2,3\}", @"\frac{\pi}{4}", "5"];
        string[] answers = ["0.5", @"2\sqrt2", "(x-1)(x+1)", "1", "1<x\\le2", "3,2,1", @"\arctan 1", "x=5", "6"];
        List<(string Gold, string Answer)> pairs = [.. golds.SelectMany(gold => answers.Select(answer => (gold, answer)))];
        var alone = pairs.ConvertAll(Judged);
        var judge = new Judges.Mathematics.MathJudge();

        Parallel.For(0, 16 * pairs.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var pair = (i * 31) % pairs.Count;
            Assert.Equal(alone[pair], Text(judge, pairs[pair]));
        });
        Assert.Equal(golds.Length, alone.Count(static verdict => verdict.StartsWith("Accepted", StringComparison.Ordinal)));
    }

    private static string Judged((string, string) pair) => Text(new Judges.Mathematics.MathJudge(), pair);

    private static string Text(Judges.Mathematics.MathJudge judge, (string Gold, string Answer) pair)
    {
        var verdict = judge.Grade(new GradeMath { Answer = pair.Gold, Response = $@"\boxed{{{pair.Answer}}}" }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return $"{verdict.Outcome} {verdict.Detail}";
    }
}
