namespace Symbolics.Tests;

public class ComparisonTests
{
    [Theory]
    [InlineData("0.5", @"\frac12", Equivalence.Equal, Grounds.ExactValues)]
    [InlineData("0.5", @"$\dfrac{1}{2}$", Equivalence.Equal, Grounds.ExactValues)]
    [InlineData("1234", "1,234.", Equivalence.Equal, Grounds.ExactValues)]
    [InlineData("123", "0123", Equivalence.Equal, Grounds.ExactValues)]
    [InlineData("42", @"\(42\)", Equivalence.Equal, Grounds.SameText)]
    [InlineData("42", @" $$ \[42\] $$ ", Equivalence.Equal, Grounds.SameText)]
    [InlineData("x^2 + 1", "$x^2  +\n1$", Equivalence.Equal, Grounds.SameText)]
    [InlineData("5", "6", Equivalence.Different, Grounds.ExactValues)]
    [InlineData("0.3333", "1/3", Equivalence.Different, Grounds.ExactValues)]
    [InlineData("0.0000004", "0.0000001", Equivalence.Different, Grounds.ExactValues)]
    [InlineData("5", "five", Equivalence.Equal, Grounds.Words)]
    [InlineData("5", "x=5", Equivalence.Equal, Grounds.ExactValues)]
    [InlineData("5", "9=5", Equivalence.Undecided, Grounds.NotUnderstood)]
    [InlineData("50", "50%", Equivalence.Different, Grounds.ExactValues)]
    [InlineData("x^2", "X^2", Equivalence.Different, Grounds.FieldIdentity)]
    [InlineData("1, 2, ...", "1, 2, ..", Equivalence.Different, Grounds.Structure)]
    [InlineData("$5$ and $6$", "5$ and $6", Equivalence.Equal, Grounds.ExactValues)]
    [InlineData(@"$5\$", @"5\", Equivalence.Equal, Grounds.ExactValues)]
    [InlineData("$$", "$ $", Equivalence.Undecided, Grounds.NotUnderstood)]
    [InlineData("ab", "a b", Equivalence.Equal, Grounds.SameText)]
    public void Answers_compare_by_text_then_by_value(string gold, string answer, Equivalence equivalence, Grounds grounds)
    {
        Assert.Equal(new Comparison(equivalence, grounds), Comparison.Of(gold, answer));
        Assert.Equal(equivalence, Comparison.Of(answer, gold).Equivalence);
    }

    [Fact]
    public void Random_values_written_in_two_ways_are_equal_and_their_neighbours_are_not()
    {
        const int seed = 11;
        var random = new Random(seed);
        for (var i = 0; i < 5000; i++)
        {
            var (numerator, denominator, factor) = (random.Next(-5000, 5000), random.Next(1, 500), random.Next(1, 9));
            var plain = $"{numerator}/{denominator}";

            var same = Comparison.Of(plain, $@"\frac{{{numerator * factor}}}{{{denominator * factor}}}");
            var other = Comparison.Of(plain, $@"\frac{{{numerator * factor + 1}}}{{{denominator * factor}}}");

            Assert.True(same.Equivalence is Equivalence.Equal, $"seed {seed}: {plain}");
            Assert.True(other.Equivalence is Equivalence.Different, $"seed {seed}: {plain}");
        }
    }

    [Theory]
    [InlineData("$")]
    [InlineData(@"\(")]
    [InlineData(@"\frac{")]
    [InlineData("1,")]
    [InlineData(" ")]
    [InlineData("9")]
    public void Long_hostile_texts_are_undecided_unless_they_are_the_same(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000));

        Assert.Equal(Equivalence.Undecided, Comparison.Of("5", text).Equivalence);
        Assert.NotEqual(Equivalence.Different, Comparison.Of(text, text).Equivalence);
    }
}
