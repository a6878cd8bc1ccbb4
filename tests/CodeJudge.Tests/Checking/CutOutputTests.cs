using System.Text;
using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Checking;

public sealed class CutOutputTests
{
    private static readonly CheckerKind[] _kinds = [CheckerKind.Tokens, CheckerKind.Float, CheckerKind.Exact, CheckerKind.Unordered];

    [Theory]
    [InlineData(CheckerKind.Tokens, "1 2 3", "1   2  ", true)]
    [InlineData(CheckerKind.Tokens, "1 2 3", "1   2   3 ", false)]
    [InlineData(CheckerKind.Tokens, "1 2 3", "1   2   3", true)]
    [InlineData(CheckerKind.Tokens, "1 2 3", "2 ", false)]
    [InlineData(CheckerKind.Tokens, "1 23", "1 2", true)]
    [InlineData(CheckerKind.Tokens, "1 23", "1 3", false)]
    [InlineData(CheckerKind.Tokens, "1 23", "1 234", false)]
    [InlineData(CheckerKind.Float, "1 0.1", "1 0.1000000000000000000000000", true)]
    [InlineData(CheckerKind.Tokens, "", "    ", false)]
    [InlineData(CheckerKind.Float, "0.5 1", "0.50000000001 ", true)]
    [InlineData(CheckerKind.Float, "0.5 1", "0.6 ", false)]
    [InlineData(CheckerKind.Exact, "ab cd", "ab ", true)]
    [InlineData(CheckerKind.Exact, "ab cd", "ab  ", false)]
    [InlineData(CheckerKind.Unordered, "a\nb\nb", "b  \nb\n", true)]
    [InlineData(CheckerKind.Unordered, "a\nb\nb", "a\na\n", false)]
    [InlineData(CheckerKind.Unordered, "a\nb", "b\na\n", false)]
    public void A_beginning_may_be_accepted_when_some_end_makes_it_right(CheckerKind kind, string expected, string begin, bool possible) =>
        Assert.Equal(possible, CutOutput.MayBeAccepted(new Checker { Kind = kind }, expected, begin));

    [Fact]
    public void Whatever_is_accepted_may_be_accepted_from_each_of_its_beginnings()
    {
        var seed = Environment.TickCount;
        var chance = new Random(seed);
        for (var round = 0; round < 20_000; round++)
        {
            var checker = new Checker { Kind = _kinds[round % _kinds.Length] };
            var (expected, actual) = (Text(chance), Text(chance));
            if (!OutputChecker.Accepts(checker, expected, actual))
                continue;
            var cut = chance.Next(actual.Length + 1);
            if (actual[cut..].Trim(' ', '\n').Length > 0)
                Assert.True(CutOutput.MayBeAccepted(checker, expected, actual[..cut]), $"seed {seed}: {checker.Kind} '{expected}' '{actual}' at {cut}");
        }
    }

    [Theory]
    [InlineData("aé", 2, "a")]
    [InlineData("aé", 3, "aé")]
    [InlineData("😀", 3, "")]
    [InlineData("a😀", 5, "a😀")]
    public void A_character_that_is_cut_in_two_is_left_out(string text, int kept, string whole) =>
        Assert.Equal(whole, Encoding.UTF8.GetString(CutOutput.WholeCharacters(Encoding.UTF8.GetBytes(text).AsSpan(0, kept))));

    private static string Text(Random chance) => string.Concat(Enumerable.Range(0, chance.Next(1, 7)).Select(_ => "12  \n"[chance.Next(5)]));
}
