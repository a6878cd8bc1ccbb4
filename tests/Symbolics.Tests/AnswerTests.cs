namespace Symbolics.Tests;

public class AnswerTests
{
    [Theory]
    [InlineData(@"\sqrt{12}", "2√3")]
    [InlineData(@"\sqrt[3]{-8}", "-2")]
    [InlineData(@"\frac{\sqrt{\sqrt{11}+\sqrt{194}}}{15+2\sqrt{33}}", @"\frac{\sqrt{\sqrt{11}+\sqrt{194}}}{2\sqrt{33}+15}")]
    [InlineData(@"\frac{1}{\sqrt2}", @"\frac{\sqrt2}{2}")]
    [InlineData(@"\sqrt{3+2\sqrt2}", @"1+\sqrt2")]
    [InlineData("e^{i\\pi}", "-1")]
    [InlineData("(1+i)^2", "2i")]
    [InlineData("|3+4i|", "5")]
    [InlineData(@"\sin 30^\circ", "1/2")]
    [InlineData(@"\tan 75^\circ", @"2+\sqrt3")]
    [InlineData(@"\ln 8", @"3\ln 2")]
    [InlineData(@"\log_2 32", "5")]
    [InlineData("5!!", "15")]
    [InlineData("C_{10}^3", @"\binom{10}{3}")]
    [InlineData(@"\sum_{k=1}^{10}k", "55")]
    [InlineData(@"0.1\overline{6}", "1/6")]
    [InlineData("0.333...", "1/3")]
    [InlineData("10000000!-10000000!", "0")]
    [InlineData("6.02e23", @"6.02\times10^{23}")]
    [InlineData("12 345", "12345")]
    [InlineData("x^2-1", "(x-1)(x+1)")]
    [InlineData(@"\tan^2(y)+1", @"\sec^2(y)")]
    [InlineData("2^{n+1}", @"2\cdot 2^n")]
    [InlineData(@"\sum_{k=0}^{n}\binom nk", "2^n")]
    [InlineData(@"\sqrt{x^2}", "|x|")]
    [InlineData("2x+4y-3=0", @"y=-\frac12x+\frac34")]
    [InlineData("x<1", "-x>-1")]
    [InlineData("1<x<2", "2>x>1")]
    [InlineData("[-2,7]", @"-2\le x\le 7")]
    [InlineData("1,2,3", @"\{3,2,1\}")]
    [InlineData(@"1\pm\sqrt5", @"1-\sqrt5, 1+\sqrt5")]
    [InlineData(@"(-\infty,1)\cup(2,\infty)", @"(2,+\infty)\cup(-\infty,1)")]
    [InlineData(@"\begin{pmatrix}1&2\\3&4\end{pmatrix}", @"\left[\begin{array}{cc}1&2\\3&4\end{array}\right]")]
    [InlineData("10", @"10\text{ cm}")]
    [InlineData(@"1\text{ m}", @"100\text{ cm}")]
    [InlineData(@"3\pmod 7", @"10\pmod 7")]
    [InlineData("C", @"\text{(C)}")]
    [InlineData(@"\text{ellipse}", "Ellipse.")]
    [InlineData("AC", "A, C")]
    public void Equal_answers(string gold, string answer)
    {
        Assert.Equal(Equivalence.Equal, Comparison.Of(gold, answer).Equivalence);
        Assert.Equal(Equivalence.Equal, Comparison.Of(gold, gold + " ").Equivalence);
    }

    [Theory]
    [InlineData(@"\frac{1}{2^{99}}", @"\frac{1}{2^{98}}")]
    [InlineData("10^{-20}", "10^{-21}")]
    [InlineData(@"e^{-1000}", "0")]
    [InlineData(@"e^{\pi\sqrt{163}}", "262537412640768744")]
    [InlineData(@"\sqrt{x^2}", "x")]
    [InlineData(@"\ln x^2", @"2\ln |x|+10^{-40}")]
    [InlineData("1010_2", "1010")]
    [InlineData("12_5", "12_7")]
    [InlineData("1010_2", "10")]
    [InlineData("5", "9=5")]
    [InlineData("5", "x+y=5")]
    [InlineData("1", "0=1")]
    [InlineData("5", @"17\bmod 5")]
    [InlineData(@"6\text{ cm}", @"6\text{ kg}")]
    [InlineData(@"5\text{ cents}", @"5\text{ dollars}")]
    [InlineData(@"x^{2} \mathrm{e}^{x}", "x^2")]
    [InlineData(@"1, 2, \ldots, n", @"1, 3, 5, \ldots, 2n-1")]
    [InlineData("AB", "BA")]
    [InlineData("[1,2)", "[1,2]")]
    [InlineData("(1,2)", "(2,1)")]
    [InlineData("{1,2}", "(1,2)")]
    [InlineData(@"\pm 2021", "2021")]
    [InlineData("x=3", "y=3")]
    [InlineData("x<3", "x>3")]
    [InlineData("1:2:3", "1:3:2")]
    [InlineData("12:30", "24:60")]
    [InlineData("2", "9^{9^{9^9}}")]
    [InlineData("5", @"\sin(10^{10^{10}})")]
    [InlineData("x^{1/2}", "x^{2/4}+10^{-30}")]
    public void Answers_that_are_not_equal(string gold, string answer)
    {
        Assert.NotEqual(Equivalence.Equal, Comparison.Of(gold, answer).Equivalence);
        Assert.NotEqual(Equivalence.Equal, Comparison.Of(answer, gold).Equivalence);
    }

    [Theory]
    [InlineData("primeMath", "3.1416", @"\pi", Equivalence.Equal)]
    [InlineData("default", "3.1416", @"\pi", Equivalence.Different)]
    [InlineData("hendrycks", "1,2", "2,1", Equivalence.Different)]
    [InlineData("hendrycks", "10", @"10\%", Equivalence.Equal)]
    [InlineData("strict", "5", "x=5", Equivalence.Undecided)]
    [InlineData("strict", "5", @"5\text{ cm}", Equivalence.Undecided)]
    [InlineData("strict", @"\sin^2 x+\cos^2 x", "1", Equivalence.Undecided)]
    [InlineData("default", @"\sin^2 x+\cos^2 x", "1", Equivalence.Equal)]
    public void Policies_decide_where_mathematics_does_not(string policy, string gold, string answer, Equivalence equivalence)
    {
        var preset = ComparisonPolicy.Presets.Single(one => one.Name == policy);

        Assert.Equal(equivalence, Comparison.Of(gold, answer, preset).Equivalence);
    }

    [Theory]
    [InlineData("10000000!")]
    [InlineData("9^{9^{9^9}}")]
    [InlineData(@"(2+\sqrt3)^{1000}")]
    [InlineData(@"\sum_{k=1}^{100000000}\frac1k")]
    [InlineData("2^{2^{30}}")]
    [InlineData(@"\binom{10^9}{10^8}")]
    [InlineData(@"\dfrac{5^{\left(5^{\left(5^{\left(5^5\right)}\right)} - 4\right)} - 5}{16}")]
    public void Giants_are_equal_to_themselves_and_to_nothing_small(string giant)
    {
        Assert.Equal(Equivalence.Equal, Comparison.Of(giant, giant + "+0").Equivalence);
        Assert.NotEqual(Equivalence.Equal, Comparison.Of("7", giant).Equivalence);
    }

    [Fact]
    public void Three_hundred_parentheses_are_read()
    {
        Assert.Equal(Equivalence.Equal, Comparison.Of("1", new string('(', 300) + "1" + new string(')', 300)).Equivalence);
        Assert.Equal(Equivalence.Undecided, Comparison.Of("1", new string('(', 3000) + "1" + new string(')', 3000)).Equivalence);
    }

    [Fact]
    public void Random_pieces_never_throw_and_always_give_the_same_verdict()
    {
        const int seed = 5;
        string[] pieces =
        [
            "1", "2", "12", ".5", "x", "y", "i", "e", "+", "-", "*", "/", "^", "_", "(", ")", "[", "]", "{", "}", @"\{", @"\}", ",", ";", "=", "<", @"\le", "|", "!", "%", @"\%", ":", "±",
            @"\frac", @"\sqrt", @"\sin", @"\log", @"\pi", @"\infty", @"\cup", @"\in", @"\text{ cm}", @"\text{and}", @"\begin{pmatrix}", @"\end{pmatrix}", "&", @"\\", @"\sum_{k=1}^{3}", @"\binom",
            @"^\circ", @"\left", @"\right", @"\pmod", @"\overline", "...", @"\dot", "km", "words", "$", @"\$", " ", "√", "½", "²", "，", "或", @"\lfloor", @"\rfloor", "C_5^2", "deg", @"\boxed",
            @"\int_0^1", @"\int", "dx", @"\lim_{x\to 0}", @"\frac{d}{dx}", @"\begin{cases}", @"\end{cases}", @"\begin{vmatrix}", @"\end{vmatrix}", @"\bigcup_{k\in\mathbb{Z}}", @"k\in\mathbb{Z}", @"\mid", "p.m.",
            "(k is an integer)", @"\|", @"\mathbb", @"\cdots", "8:30", @"\}", @"\bigcup_", @"^T", "\"",
        ];
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var (gold, answer) = (Next(), Next());

            Assert.True(Comparison.Of(gold, answer) == Comparison.Of(gold, answer), $"seed {seed}: {gold} | {answer}");
        }

        string Next() => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}
