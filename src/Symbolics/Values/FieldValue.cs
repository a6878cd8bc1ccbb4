using System.Numerics;

namespace Symbolics;

/// <summary>
/// An expression's image in a finite field at a random point (Schwartz–Zippel). Rational operations, powers and square roots of
/// rational numbers keep their laws; any other function is an unknown one, whose value is drawn from its argument's. So equal images
/// mean equal expressions but for a chance of about degree / 2^61 each time; different images mean different expressions only where
/// no unknown function took part.
/// </summary>
internal sealed class FieldValue(Field field, ulong seed, WorkBudget budget)
{
    private const int TrialLimit = 1000;

    // Up to 122 squarings, each four products modulo the prime.
    private const int PowerCost = 200;

    private readonly Dictionary<string, int> _indices = [];
    private int _sums;

    /// <summary>Whether a function without known laws took part.</summary>
    public bool Opaque { get; private set; }

    public FieldElement? Of(Expr expr)
    {
        if (!budget.Take(8))
            return null;
        return expr switch
        {
            Number number => field.Of(number.Value),
            Symbol symbol => new FieldElement(_indices.TryGetValue(symbol.Name, out var sum) ? Draw("index", new FieldElement((ulong)sum, 0)) : Draw("symbol " + symbol.Name), 0),
            Constant { Name: ConstantName.I } => FieldElement.I,
            Constant { Name: ConstantName.Infinity } => null,
            Constant constant => Unknown("constant " + constant.Name),
            Sum sum => OfSum(sum),
            Product product => OfProduct(product),
            Quotient quotient => Of(quotient.Under) is { } under && field.Inverse(under) is { } inverse && Of(quotient.Over) is { } over
                ? field.Multiply(over, inverse) : null,
            Power power => OfPower(power),
            Call call => OfCall(call),
            Repeated repeated => OfRepeated(repeated),
            Integral integral => OfIntegral(integral),
            Derivative derivative => Of(derivative.Body) is { } body && Of(new Symbol(derivative.Variable)) is { } by
                ? Unknown("derivative", body, by, field.Of(new BigInteger(derivative.Order))) : null,
            Limit limit => OfBound(limit.Body, limit.Variable) is { } body && End(limit.Point) is { } point
                ? Unknown("limit", body, point, field.Of(new BigInteger(limit.Side))) : null,
            _ => null,
        };
    }

    private FieldElement? OfSum(Sum sum)
    {
        var total = default(FieldElement);
        foreach (var term in sum.Terms)
        {
            if (Of(term) is not { } value)
                return null;
            total = field.Add(total, value);
        }
        return total;
    }

    private FieldElement? OfProduct(Product product)
    {
        var total = FieldElement.One;
        foreach (var factor in product.Factors)
        {
            if (Of(factor) is not { } value)
                return null;
            total = field.Multiply(total, value);
        }
        return total;
    }

    // b^(s + t) = b^s · b^t and b^(k t) = (b^t)^k for whole k hold everywhere; the rest of a power is unknown.
    private FieldElement? OfPower(Power power)
    {
        if (power.Exponent is Sum sum)
            return OfProduct(new([.. sum.Terms.Select(term => new Power(power.Base, term))]));
        if (Of(power.Base) is not { } radix)
            return null;
        if (Exact(power.Exponent) is not { } exponent)
            return OfUnknownPower(radix, power.Exponent);
        if (!budget.Take(PowerCost))
            return null;
        if (exponent.IsInteger)
            return field.Power(radix, exponent.Numerator);
        var root = exponent.Denominator == 2 && Exact(power.Base) is { Sign: >= 0 } known ? RootOf(known) : Unknown("root", radix, field.Of(exponent.Denominator));
        return root is { } found ? field.Power(found, exponent.Numerator) : null;
    }

    private FieldElement? OfUnknownPower(FieldElement radix, Expr exponent)
    {
        var factor = new Rational(1);
        if (exponent is Product product && product.Factors.Count > 0 && Exact(product.Factors[0]) is { IsZero: false } coefficient)
        {
            factor = coefficient;
            exponent = product.Factors.Count == 2 ? product.Factors[1] : new Product([.. product.Factors.Skip(1)]);
        }
        if (Of(exponent) is not { } rest || field.Of(new Rational(1, factor.Denominator)) is not { } part)
            return null;
        return budget.Take(PowerCost) && Unknown("power", radix, field.Multiply(rest, part)) is { } found ? field.Power(found, factor.Numerator) : null;
    }

    private FieldElement? OfCall(Call call)
    {
        if (call is { Name: "sqrt", Arguments: [var radicand] } && Exact(radicand) is { } value)
            return value.Sign >= 0 ? RootOf(value) : RootOf(-value) is { } root ? field.Multiply(FieldElement.I, root) : null;
        if (Exact(call) is { } exact)
            return field.Of(exact);
        if (call is { Name: "deg", Arguments: [var degrees] })
            return Of(new Product([degrees, new Quotient(new Constant(ConstantName.Pi), Number.Of(180))]));
        var arguments = new List<FieldElement>();
        foreach (var argument in call.Arguments)
        {
            if (Of(argument) is not { } one)
                return null;
            arguments.Add(one);
        }
        if (call.Name is "max" or "min" or "gcd" or "lcm")
            arguments.Sort(static (left, right) => (left.Real, left.Imaginary).CompareTo((right.Real, right.Imaginary)));
        if (call.Name is "abs" or "sqrt" or "sin" or "tan" or "floor" or "ceil" && arguments is [{ IsZero: true }])
            return default(FieldElement);
        Opaque = true;
        return new FieldElement(Draw(call.Name, [.. arguments]), 0);
    }

    private FieldElement? OfRepeated(Repeated repeated)
    {
        if (Exact(repeated) is { } value)
            return field.Of(value);
        return Of(repeated.From) is { } from && End(repeated.To) is { } to && OfBound(repeated.Body, repeated.Index) is { } inside
            ? Unknown(repeated.IsProduct ? "product" : "sum", from, to, inside) : null;
    }

    // A bound variable counts by how many stand around it, so that its name does not matter.
    private FieldElement? OfBound(Expr body, string variable)
    {
        var shadowed = _indices.GetValueOrDefault(variable, -1);
        _indices[variable] = _sums++;
        var inside = Of(body);
        _sums--;
        if (shadowed >= 0)
            _indices[variable] = shadowed;
        else
            _indices.Remove(variable);
        return inside;
    }

    private FieldElement? OfIntegral(Integral integral) => integral is { From: { } from, To: { } to }
        ? End(from) is { } start && End(to) is { } end && OfBound(integral.Body, integral.Variable) is { } body ? Unknown("integral", start, end, body) : null
        : Of(integral.Body) is { } inside && Of(new Symbol(integral.Variable)) is { } by ? Unknown("antiderivative", inside, by) : null;

    // An infinite end is a name like any other.
    private FieldElement? End(Expr end) => ScalarComparison.Infinite(end) switch
    {
        > 0 => Unknown("∞"),
        < 0 => Unknown("-∞"),
        _ => Of(end),
    };

    // √(a/b) = √(ab)/b, and √ of a product of whole numbers is the product of their roots.
    private FieldElement? RootOf(Rational value)
    {
        var rest = value.Numerator * value.Denominator;
        if (rest.IsZero)
            return default(FieldElement);
        var trials = rest <= ulong.MaxValue ? Math.Min(TrialLimit, Math.Sqrt((ulong)rest) + 1) : TrialLimit;
        if (!budget.CanTakeRoot(value) || !budget.TakeGrowing((long)trials, rest.GetBitLength()))
            return null;
        var root = FieldElement.One;
        var limit = TrialLimit;
        for (var prime = 2; prime < limit; prime++)
        {
            // Above its own root nothing divides a prime.
            if (rest <= ulong.MaxValue)
                limit = (int)Math.Min(TrialLimit, Math.Sqrt((ulong)rest) + 1);
            if (!(rest % prime).IsZero)
                continue;
            if (WithoutFactor(ref rest, prime) is not { } times || field.Power(field.SquareRoot((ulong)prime), times) is not { } part)
                return null;
            root = field.Multiply(root, part);
        }
        if (Integers.Root(rest, 2) is { } whole)
            root = field.Multiply(root, field.Of(whole));
        else
        {
            // The root of a product of two large primes may have the other sign than the product of their roots.
            Opaque |= rest >= TrialLimit * TrialLimit;
            root = field.Multiply(root, field.SquareRoot(field.Of(rest).Real));
        }
        return field.Inverse(field.Of(value.Denominator)) is { } inverse ? field.Multiply(root, inverse) : null;
    }

    // How often a prime divides a number, and the number without it; a power that fits into 32 bits goes with each division.
    private int? WithoutFactor(ref BigInteger number, int prime)
    {
        var times = 0;
        for (var (step, count) = Largest(prime); count > 0; (step, count) = (step / prime, count - 1))
        {
            while (BigInteger.DivRem(number, step, out var rest) is var quotient && rest.IsZero)
            {
                if (!budget.TakeGrowing(1, number.GetBitLength()))
                    return null;
                (number, times) = (quotient, times + count);
            }
        }
        return times;
    }

    private static (int Power, int Exponent) Largest(int prime)
    {
        var (power, exponent) = (prime, 1);
        for (; power <= int.MaxValue / prime; exponent++)
            power *= prime;
        return (power, exponent);
    }

    private Rational? Exact(Expr expr) => new ExactValue(budget).Of(expr);

    private FieldElement? Unknown(string name, params ReadOnlySpan<FieldElement?> arguments)
    {
        Opaque = true;
        var values = new FieldElement[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not { } value)
                return null;
            values[i] = value;
        }
        return new FieldElement(Draw(name, values), 0);
    }

    private ulong Draw(string name, params ReadOnlySpan<FieldElement> arguments)
    {
        var hash = seed;
        foreach (var c in name)
            hash = Mix(hash ^ c);
        foreach (var argument in arguments)
            hash = Mix(Mix(hash ^ argument.Real) ^ argument.Imaginary);
        return hash % field.Prime;
    }

    // SplitMix64.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
