namespace Symbolics;

/// <summary>Whether two expressions have the same value, exactly first, then by images in finite fields, then by enclosures.</summary>
internal sealed class ScalarComparison(WorkBudget budget)
{
    // Two primes of the form 4k + 3 just below 2^61: both images must agree.
    private static readonly Field[] s_fields = [new((1UL << 61) - 1), new((1UL << 61) - 45)];

    // Whether a point was in the domain of only one of the two.
    private bool _unlike;

    // Whether a function without known laws took part in the images.
    private bool _opaque;

    private static readonly int[] s_precisions = [96, 384];

    // Fractions of this length are compared in less time than intervals.
    private const int MaxExactBits = 256;

    public Comparison Compare(Expr left, Expr right)
    {
        // What asks for variables, constants or functions walks all of both.
        if (!budget.Take(4 * (long)(Parts.Count(left) + Parts.Count(right))))
            return Comparison.Unknown;
        (left, right) = (Resolution.Of(left, this), Resolution.Of(right, this));
        var result = CompareResolved(left, right);
        // What dots leave out is a matter of guessing: the same pattern is the same, another one may be.
        return result.Equivalence is Equivalence.Different && (Parts.Any(left, Parts.IsEllipsis) || Parts.Any(right, Parts.IsEllipsis)) ? Comparison.Unknown : result;
    }

    private Comparison CompareResolved(Expr left, Expr right)
    {
        var exact = new ExactValue(budget);
        if (exact.Of(left) is { } x && exact.Of(right) is { } y)
            return Verdict(x == y, Grounds.ExactValues);
        if (Infinite(left) is var first && Infinite(right) is var second && (first != 0 || second != 0))
            return first == second ? Comparison.Same(Grounds.ExactValues)
                : first * second != 0 || exact.Of(left) is not null || exact.Of(right) is not null ? Comparison.Differ(Grounds.ExactValues) : Comparison.Unknown;
        if (Parts.Same(left, right))
            return Comparison.Same(Grounds.SameText);
        var images = Images(left, right);
        if (images is Equivalence.Different)
            return new(Equivalence.Different, Grounds.FieldIdentity);
        // A rational function's identity is proven; with unknown functions their domains are looked at too, where less precision does.
        if (images is Equivalence.Equal && !_opaque)
            return new(Equivalence.Equal, Grounds.FieldIdentity);
        var values = Values(left, right, proven: images is Equivalence.Equal);
        if (images is Equivalence.Equal)
            return values is Equivalence.Different ? Comparison.Unknown : new(Equivalence.Equal, Grounds.FieldIdentity);
        // Nobody says which base a bare log has, so a difference may come from the choice made here.
        if (values is Equivalence.Different && (Parts.Any(left, Parts.IsBareLog) || Parts.Any(right, Parts.IsBareLog)))
            return Comparison.Unknown;
        return values is Equivalence.Undecided ? Comparison.Unknown : new(values, Grounds.Enclosures);
    }

    /// <summary>The sign of left - right for two constants, when it is certain.</summary>
    public int? Order(Expr left, Expr right)
    {
        var exact = new ExactValue(budget);
        if (exact.Of(left) is { } x && exact.Of(right) is { } y)
            return x.CompareTo(y);
        foreach (var bits in s_precisions)
        {
            if (new Enclosure(bits, budget, s_nothing, complex: false, real: false).Of(left) is not { IsReal: true } one
                || new Enclosure(bits, budget, s_nothing, complex: false, real: false).Of(right) is not { IsReal: true } other)
                return null;
            if (new Reals(bits, budget).Subtract(one.Real, other.Real) is { Sign: not 0 and var sign })
                return sign;
        }
        return Compare(left, right).Equivalence is Equivalence.Equal ? 0 : null;
    }

    /// <summary>A rational number close to the middle of two constants, or to the one that is not null.</summary>
    public Rational? Between(Expr? low, Expr? high)
    {
        if (low is null && high is null)
            return default(Rational);
        if (low is null || high is null)
            return Near(low ?? high!) is { } end ? end + new Rational(low is null ? -1 : 1) : null;
        return Near(low) is { } from && Near(high) is { } to ? (from + to) / new Rational(2) : null;
    }

    /// <summary>A rational number near a constant.</summary>
    public Rational? Near(Expr value)
    {
        if (new ExactValue(budget).Of(value) is { } exact)
            return exact;
        return new Enclosure(96, budget, s_nothing, complex: false, real: false).Of(value) is { IsReal: true, Real: var ball } && ball.Exponent is > -4096 and < 4096
            ? ball.Exponent >= 0 ? new Rational(ball.Middle << ball.Exponent) : new Rational(ball.Middle, System.Numerics.BigInteger.One << -ball.Exponent) : null;
    }

    private static readonly Dictionary<string, Rational> s_nothing = [];

    /// <summary>Equal when the values certainly lie within a share of the first one's size; null when they do not or cannot be told.</summary>
    public Comparison? Near(Expr left, Expr right, double tolerance)
    {
        var share = new Rational((long)(tolerance * 1e12), 1_000_000_000_000);
        if (left is Number { Value: var wanted } && right is Number { Value: var given } && wanted.Bits + given.Bits < MaxExactBits)
            return (wanted - given).Size < share * wanted.Size ? new(Equivalence.Equal, Grounds.Rounding) : null;
        var reals = new Reals(96, budget);
        if (new Enclosure(96, budget, s_nothing, complex: false, real: false).Of(left) is not { IsReal: true } x
            || new Enclosure(96, budget, s_nothing, complex: false, real: false).Of(right) is not { IsReal: true } y
            || reals.Subtract(x.Real, y.Real) is not { } difference || reals.Divide(difference, x.Real) is not { } quotient)
            return null;
        var size = quotient.Middle.Sign < 0 ? -quotient : quotient;
        return reals.Of(share) is { } bound && reals.Subtract(bound, size) is { Sign: > 0 } ? new(Equivalence.Equal, Grounds.Rounding) : null;
    }

    /// <summary>Equal when the values certainly lie within a distance; null when they do not or cannot be told.</summary>
    public Comparison? Within(Expr left, Expr right, double distance)
    {
        var difference = Build.Subtract(left, right);
        var bound = new Number(new Rational((long)(distance * 1e15), 1_000_000_000_000_000));
        return Order(difference, bound) is <= 0 && Order(Build.Negate(bound), difference) is <= 0 ? new(Equivalence.Equal, Grounds.Rounding) : null;
    }

    private static Comparison Verdict(bool equal, Grounds grounds) => new(equal ? Equivalence.Equal : Equivalence.Different, grounds);

    public static int Infinite(Expr expr) => expr switch
    {
        Constant { Name: ConstantName.Infinity } => 1,
        Product { Factors: [Number { Value.Sign: not 0 } factor, Constant { Name: ConstantName.Infinity }] } => factor.Value.Sign,
        Product { Factors: [Number { Value.Sign: not 0 } factor, var rest] } => factor.Value.Sign * Infinite(rest),
        Quotient { Under: Number { Value.Sign: not 0 } under } quotient => Infinite(quotient.Over) * under.Value.Sign,
        _ => 0,
    };

    /// <summary>Equal when the images in both fields agree; Different when they do not and every operation keeps its laws there.</summary>
    private Equivalence Images(Expr left, Expr right)
    {
        var (equal, provable) = (true, false);
        _opaque = false;
        for (var i = 0; i < s_fields.Length; i++)
        {
            var (one, other) = (new FieldValue(s_fields[i], 17UL + (ulong)i, budget), new FieldValue(s_fields[i], 17UL + (ulong)i, budget));
            if (one.Of(left) is not { } x || other.Of(right) is not { } y)
                return Equivalence.Undecided;
            equal &= x == y;
            _opaque |= one.Opaque || other.Opaque;
            provable |= x != y && !one.Opaque && !other.Opaque;
        }
        return equal ? Equivalence.Equal : provable ? Equivalence.Different : Equivalence.Undecided;
    }

    private Equivalence Values(Expr left, Expr right, bool proven)
    {
        var names = Renaming.Variables(left);
        names.UnionWith(Renaming.Variables(right));
        if (names.Any(static name => name is "ℝ" or "ℤ" or "ℕ" or "ℚ" or "ℂ"))
            return Equivalence.Undecided;
        var complex = Parts.Any(left, static part => part is Constant { Name: ConstantName.I }) || Parts.Any(right, static part => part is Constant { Name: ConstantName.I });
        var agreed = 0;
        _unlike = false;
        foreach (var point in SamplePoints.For(names, Parts.Any(left, Parts.NeedsIntegers) || Parts.Any(right, Parts.NeedsIntegers)))
        {
            // Enough points at full precision are the evidence; the others only look for a difference.
            switch (At(left, right, point, complex, names.Count > 0, proven || agreed >= SamplePoints.Enough ? 1 : s_precisions.Length))
            {
                case true:
                    agreed++;
                    break;
                case false:
                    return Equivalence.Different;
            }
        }
        var enough = !_unlike && agreed >= (names.Count == 0 ? 1 : SamplePoints.Enough);
        return enough ? Equivalence.Equal : Equivalence.Undecided;
    }

    // Null where either has no value, or none that the budget can tell.
    private bool? At(Expr left, Expr right, Dictionary<string, Rational> point, bool complex, bool realOnly, int precisions)
    {
        var agree = false;
        foreach (var bits in s_precisions.AsSpan(0, precisions))
        {
            var real = realOnly && !complex;
            var (one, other) = (new Enclosure(bits, budget, point, complex, real).Of(left), new Enclosure(bits, budget, point, complex, real).Of(right));
            _unlike |= one is null != other is null;
            if (one is not { } x || other is not { } y)
                return null;
            var numbers = new Complexes(new Reals(bits, budget));
            if (numbers.Subtract(x, y) is not { } difference)
                return null;
            if (!difference.HasZero)
                return false;
            agree = Tight(difference, x, y, bits);
        }
        return agree ? true : null;
    }

    /// <summary>
    /// The stated bound: the difference is below 2^-(3/4 · bits) of the larger value — 2^-288 at the last precision — or, where
    /// both may be zero, below 2^-288 itself.
    /// </summary>
    private static bool Tight(ComplexBall difference, ComplexBall left, ComplexBall right, int bits)
    {
        var size = Math.Max(Math.Max(Lowest(left.Real), Lowest(left.Imaginary)), Math.Max(Lowest(right.Real), Lowest(right.Imaginary)));
        var bound = (size == long.MinValue ? 0 : size) - (bits * 3 / 4);
        return difference.Real.Above < bound && difference.Imaginary.Above < bound;
    }

    private static long Lowest(Ball ball) => ball.HasZero ? long.MinValue : ball.Below;
}
