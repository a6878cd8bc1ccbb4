using System.Numerics;

namespace Symbolics.Tests;

public class RationalTests
{
    private const int Seed = 7;

    [Fact]
    public void The_default_is_zero()
    {
        Assert.Equal(new Rational(0), default);
        Assert.Equal("0", default(Rational).ToString());
        Assert.True(default(Rational).IsZero);
    }

    [Fact]
    public void Fractions_are_kept_in_lowest_terms_with_the_sign_above()
    {
        var value = new Rational(6, -4);

        Assert.Equal(-3, value.Numerator);
        Assert.Equal(2, value.Denominator);
        Assert.Equal(-1, value.Sign);
    }

    [Fact]
    public void A_zero_denominator_is_refused() => Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));

    [Fact]
    public void Division_by_zero_is_refused() => Assert.Throws<DivideByZeroException>(() => new Rational(1) / default(Rational));

    [Fact]
    public void The_field_axioms_hold_for_random_fractions()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2000; i++)
        {
            var (a, b, c) = (Next(random), Next(random), Next(random));

            Assert.Equal(a + b, b + a);
            Assert.Equal(a * (b + c), a * b + a * c);
            Assert.Equal(a - b + b, a);
            Assert.Equal(a.IsZero ? default : b, a.IsZero ? default : b * a / a);
            Assert.Equal(a < b, (b - a).Sign > 0);
            Assert.Equal(a == b, a >= b && a <= b);
        }
    }

    private static Rational Next(Random random) => new(new BigInteger(random.NextInt64(-1000, 1000)), random.NextInt64(1, 50));
}
