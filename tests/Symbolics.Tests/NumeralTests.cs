namespace Symbolics.Tests;

public class NumeralTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("007", "7")]
    [InlineData("-5", "-5")]
    [InlineData("- 5", "-5")]
    [InlineData("+5", "5")]
    [InlineData("\u22125", "-5")]
    [InlineData("\uFF0D5", "-5")]
    [InlineData("0.50", "1/2")]
    [InlineData(".5", "1/2")]
    [InlineData("-2.25", "-9/4")]
    [InlineData("1/2", "1/2")]
    [InlineData("6 / 4", "3/2")]
    [InlineData("-1/-2", "1/2")]
    [InlineData("0.5/2", "1/4")]
    [InlineData(@"\frac{1}{2}", "1/2")]
    [InlineData(@"\dfrac{10}{4}", "5/2")]
    [InlineData(@"\tfrac{ -3 }{ 6 }", "-1/2")]
    [InlineData(@"\frac12", "1/2")]
    [InlineData(@"\frac 1 2", "1/2")]
    [InlineData(@"\frac1{20}", "1/20")]
    [InlineData(@"\frac{1}2", "1/2")]
    [InlineData(@"-\frac{1.5}{3}", "-1/2")]
    [InlineData(@"3\frac{1}{2}", "7/2")]
    [InlineData(@"-3 \frac12", "-7/2")]
    [InlineData("3 1/2", "7/2")]
    [InlineData("-3 1/2", "-7/2")]
    [InlineData("31/2", "31/2")]
    [InlineData("1,234", "1234")]
    [InlineData("12,345,678.5", "24691357/2")]
    [InlineData("1{,}234", "1234")]
    [InlineData(@"1,\!234,\!567", "1234567")]
    [InlineData(@"12\,345", "12345")]
    [InlineData(@"\! 5 \,", "5")]
    public void Numerals_have_their_exact_value(string text, string value)
    {
        Assert.True(Numeral.TryParse(text, out var parsed));
        Assert.Equal(value, parsed.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--5")]
    [InlineData("five")]
    [InlineData("5x")]
    [InlineData("x=5")]
    [InlineData("5%")]
    [InlineData("1e5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1/2/3")]
    [InlineData("1/0")]
    [InlineData(@"\frac{1}{0}")]
    [InlineData(@"\frac{1}")]
    [InlineData(@"\frac{1}{2")]
    [InlineData(@"\frac123")]
    [InlineData(@"\frac{\frac12}{3}")]
    [InlineData("3 4")]
    [InlineData("3 4/3")]
    [InlineData("3 -1/2")]
    [InlineData("3 0/2")]
    [InlineData(@"3\frac{-1}{2}")]
    [InlineData(@"0.5\frac12")]
    [InlineData("1,23")]
    [InlineData("1,2345")]
    [InlineData("0,123")]
    [InlineData("1234,567")]
    [InlineData("1,234{,}567")]
    [InlineData("1, 234")]
    [InlineData(@"3\,123/200")]
    [InlineData("١٢٣")]
    [InlineData(@"\frac")]
    [InlineData(@"\")]
    public void Other_texts_are_not_numerals(string text) => Assert.False(Numeral.TryParse(text, out _));

    [Fact]
    public void A_numeral_at_the_budget_is_read_and_one_above_it_is_not()
    {
        Assert.True(Numeral.TryParse(new string('9', Numeral.MaxLength), out _));
        Assert.False(Numeral.TryParse(new string('9', Numeral.MaxLength + 1), out _));
    }

    [Fact]
    public void Random_texts_over_the_grammars_alphabet_never_throw()
    {
        const int seed = 20260711;
        string[] pieces = ["0", "7", "12", ".", ",", "{,}", @",\!", @"\,", @"\!", "/", "-", "+", "{", "}", @"\frac", @"\dfrac", " ", "~", "x", @"\", "−"];
        var random = new Random(seed);
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));

            var first = Numeral.TryParse(text, out var one);
            var second = Numeral.TryParse(text, out var two);

            Assert.True(first == second && one == two, $"seed {seed}, text {text}");
        }
    }
}
