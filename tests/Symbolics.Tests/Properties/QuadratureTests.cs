namespace Symbolics.Tests.Properties;

/// <summary>The enclosure of ∫ F' against F at the bounds, for random F: two ways to one number. A failure prints its seed.</summary>
public class QuadratureTests
{
    private const int Rounds = 80;
    private static readonly string[] s_functions = ["sin", "cos", "arctan", "sinh", "cosh", "ln", "sqrt", "tan"];
    private static readonly Dictionary<string, Rational> s_nothing = [];

    [Fact]
    public void The_enclosure_of_an_integral_holds_the_difference_of_its_antiderivative()
    {
        var valued = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var primitive = Next(random, 3);
            var (low, high) = (new Number(new Rational(random.Next(-8, 8), 4)), new Number(new Rational(random.Next(-8, 8), 4)));
            if (Derivation.Of(primitive, "x") is not { } slope || Value(new Integral(slope, "x", low, high)) is not { } integral
                || Value(Renaming.Of(primitive, "x", high)) is not { } end || Value(Renaming.Of(primitive, "x", low)) is not { } start)
                continue;
            var reals = new Reals(96, new(WorkBudget.Default));
            var difference = reals.Subtract(integral, reals.Subtract(end, start)!.Value)!.Value;
            valued++;

            Assert.True(difference.HasZero, $"seed {seed}: ∫ of the derivative of {primitive} from {low.Value} to {high.Value}");
            Assert.True(difference.Above < Math.Max(Math.Max(start.Above, end.Above), 0) - 30, $"seed {seed}: the enclosure is as wide as 2^{difference.Above}");
        }

        Assert.InRange(valued, Rounds / 4, Rounds);
    }

    private static Ball? Value(Expr expr) => new Enclosure(96, new(500_000), s_nothing, complex: false, real: true).Of(expr) is { IsReal: true, Real: var ball } ? ball : null;

    private static Expr Next(Random random, int depth)
    {
        if (depth == 0)
            return random.Next(3) > 0 ? new Symbol("x") : Number.Of(random.Next(1, 6));
        return random.Next(8) switch
        {
            0 => new Sum([Next(random, depth - 1), Next(random, depth - 1)]),
            1 => new Product([Next(random, depth - 1), Next(random, depth - 1)]),
            2 => new Quotient(Next(random, depth - 1), new Sum([Number.Of(3), new Power(Next(random, depth - 1), Number.Of(2))])),
            3 => new Power(Next(random, depth - 1), Number.Of(random.Next(2, 5))),
            4 => new Power(new Constant(ConstantName.E), Next(random, depth - 1)),
            _ => new Call(s_functions[random.Next(s_functions.Length)], Next(random, depth - 1)),
        };
    }
}
