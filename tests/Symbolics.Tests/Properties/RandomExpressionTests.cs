using System.Numerics;

namespace Symbolics.Tests.Properties;

/// <summary>Random expressions against their exact values; a failure prints its seed and texts.</summary>
public class RandomExpressionTests
{
    private const int Rounds = 400;

    private static readonly Dictionary<char, (BigInteger, BigInteger)>[] s_points =
    [
        Point(3, 7, 11), Point(-5, 2, 13), Point(17, -19, 23), Point(29, 31, -37), Point(-41, -43, 47),
    ];

    [Fact]
    public void Constants_have_their_exact_value_and_no_other()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var expression = RandomExpression.Next(new Random(seed), 4, 0);
            if (expression.Value(s_points[0]) is not var (over, under))
                continue;
            if (under.Sign < 0)
                (over, under) = (-over, -under);

            AssertIs(Equivalence.Equal, seed, expression.Latex(), $@"\frac{{{over}}}{{{under}}}");
            AssertIs(Equivalence.Equal, seed, $"{over}/{under}", expression.Plain());
            AssertIs(Equivalence.Different, seed, expression.Latex(), $@"\frac{{{over + under}}}{{{under}}}");
        }
    }

    [Fact]
    public void Rewriting_keeps_an_expression_and_a_perturbation_does_not()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var expression = RandomExpression.Next(random, 4, 3);
            if (s_points.Any(point => expression.Value(point) is null))
                continue;
            var rewritten = expression.Rewritten(random);

            AssertIs(Equivalence.Equal, seed, expression.Latex(), rewritten.Latex());
            AssertIs(Equivalence.Equal, seed, expression.Plain(), rewritten.Latex());
            AssertIs(Equivalence.Different, seed, expression.Latex(), (rewritten + RandomExpression.Of(1)).Latex());
        }
    }

    [Fact]
    public void Substituting_a_value_in_both_keeps_them_equal()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var expression = RandomExpression.Next(random, 3, 1);
            var rewritten = expression.Rewritten(random);
            if (s_points.Any(point => expression.Value(point) is null))
                continue;

            AssertIs(Equivalence.Equal, seed, expression.Latex().Replace("x", "(2)", StringComparison.Ordinal), rewritten.Latex().Replace("x", "(2)", StringComparison.Ordinal),
                unless: expression.Value(Point(2, 1, 1)) is null);
        }
    }

    [Fact]
    public void Two_expressions_are_equal_only_where_exact_evaluation_finds_no_difference()
    {
        for (var seed = 0; seed < 4 * Rounds; seed++)
        {
            var random = new Random(seed);
            var (left, right) = (RandomExpression.Next(random, 2, 2), RandomExpression.Next(random, 2, 2));
            var differ = s_points.Any(point => left.Value(point) is var (a, b) && right.Value(point) is var (c, d) && a * d != c * b);

            var verdict = Comparison.Of(left.Latex(), right.Latex()).Equivalence;

            Assert.False(verdict is Equivalence.Equal && differ, $"seed {seed}: {left.Latex()} is not {right.Latex()}");
            Assert.False(verdict is Equivalence.Different && !differ && s_points.All(point => left.Value(point) is not null && right.Value(point) is not null), $"seed {seed}: {left.Latex()} may be {right.Latex()}");
        }
    }

    private static Dictionary<char, (BigInteger, BigInteger)> Point(int x, int y, int z) => new() { ['x'] = (x, 1), ['y'] = (y, 1), ['z'] = (z, 1) };

    private static void AssertIs(Equivalence expected, int seed, string gold, string answer, bool unless = false)
    {
        if (!unless)
            Assert.True(Comparison.Of(gold, answer).Equivalence == expected, $"seed {seed}: expected {expected}, found {Comparison.Of(gold, answer)} for {gold} | {answer}");
    }
}
