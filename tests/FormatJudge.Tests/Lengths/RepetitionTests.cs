using System.Text.Json;
using Judges;
using Judges.Format.Lengths;

namespace FormatJudge.Tests.Lengths;

public class RepetitionTests
{
    [Fact]
    public void The_longest_repeat_is_the_one_that_trying_every_pair_finds()
    {
        const int seed = 20261126;
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var symbols = Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(1 + round % 4)).ToArray();

            var found = SuffixAutomaton.Longest(symbols);

            Assert.True(found.Length == Obvious(symbols), $"seed {seed}: {string.Join(' ', symbols)}: {found}");
            Assert.Equal(symbols.AsSpan(found.First, found.Length), symbols.AsSpan(found.Second, found.Length));
            Assert.True(found.Length == 0 || found.First < found.Second);
        }
    }

    [Theory]
    [InlineData("one two three four five six seven eight nine ten", 1)]
    [InlineData("", 1)]
    public void What_says_nothing_twice_loses_nothing(string text, double score) => Assert.Equal(score, Measure(text, "words").Score, 1e-12);

    [Fact]
    public void A_passage_that_is_written_twice_costs_its_share()
    {
        var passage = string.Join(' ', Enumerable.Range(0, 50).Select(static n => $"word{n}"));
        var (score, evidence) = Measure($"{passage} and then {passage} end", "words");

        Assert.Equal(50, evidence.GetProperty("longest").GetProperty("length").GetInt32());
        Assert.Equal((0, passage.Length + 10), (evidence.GetProperty("longest").GetProperty("first").GetInt32(), evidence.GetProperty("longest").GetProperty("second").GetInt32()));
        Assert.Equal(1 - 50 / 103.0, score, 1e-9);
    }

    [Fact]
    public void Lines_that_go_round_are_a_loop()
    {
        var text = "start\n" + string.Concat(Enumerable.Repeat("wait\n\nlet me check\n", 20)) + "end";
        var (score, evidence) = Measure(text, "words");

        var loop = evidence.GetProperty("loop");
        Assert.Equal((2, 20, 6), (loop.GetProperty("lines").GetInt32(), loop.GetProperty("rounds").GetInt32(), loop.GetProperty("start").GetInt32()));
        Assert.InRange(score, 0, 0.25);
    }

    [Theory]
    [InlineData("她说这是对的。")]
    [InlineData("สวัสดีครับวันนี้")]
    public void Scripts_without_spaces_repeat_by_the_letter(string phrase) =>
        Assert.InRange(Measure(string.Concat(Enumerable.Repeat(phrase, 30)), "words").Score, 0, 0.05);

    [Fact]
    public void Token_ids_repeat_whatever_the_text()
    {
        var verdict = Grading.Grade(new GradeFormat
        {
            Response = "x",
            Profile = "repetition",
            Params = JsonElement.Parse("""{"unit":"tokens"}"""),
            TokenIds = [.. Enumerable.Range(0, 200).Select(static n => n % 40)],
        });

        Assert.InRange(verdict.Reward!.Value, 0, 0.25);
        Assert.Equal(160, verdict.Detail!.Value.GetProperty("value").GetProperty("longest").GetProperty("length").GetInt32());
    }

    private static int Obvious(int[] symbols)
    {
        var longest = 0;
        for (var one = 0; one < symbols.Length; one++)
        {
            for (var two = one + 1; two < symbols.Length; two++)
            {
                var length = 0;
                while (two + length < symbols.Length && symbols[one + length] == symbols[two + length])
                    length++;
                longest = Math.Max(longest, length);
            }
        }
        return longest;
    }

    private static (double Score, JsonElement Evidence) Measure(string text, string unit)
    {
        var detail = Grading.Grade(new GradeFormat { Response = text, Profile = "repetition", Params = JsonElement.Parse($$"""{"unit":"{{unit}}"}""") }).Detail!.Value;
        return (detail.GetProperty("score").GetDouble(), detail.GetProperty("value"));
    }
}
