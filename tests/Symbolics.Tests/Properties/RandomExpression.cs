using System.Globalization;
using System.Numerics;

namespace Symbolics.Tests.Properties;

/// <summary>A random expression of whole numbers and variables that knows its own value: the second algorithm beside the engine's.</summary>
internal sealed record RandomExpression(char Sign, int Number, RandomExpression? Left = null, RandomExpression? Right = null)
{
    private const string Variables = "xyz";

    /// <param name="random">Its seed is printed by whoever fails.</param>
    /// <param name="depth">The height of the tree.</param>
    /// <param name="variables">How many letters may occur.</param>
    public static RandomExpression Next(Random random, int depth, int variables)
    {
        if (depth == 0 || random.Next(6) == 0)
            return variables > 0 && random.Next(2) == 0 ? new(Variables[random.Next(variables)], 0) : Of(random.Next(-9, 10));
        var sign = "++--***/^"[random.Next(9)];
        var left = Next(random, depth - 1, variables);
        return sign is '^' ? new(sign, random.Next(1, 4), left) : new(sign, 0, left, Next(random, depth - 1, variables));
    }

    public static RandomExpression Of(int number) => new('#', number);

    public static RandomExpression operator +(RandomExpression left, RandomExpression right) => new('+', 0, left, right);

    /// <summary>The value as a fraction, or null where it divides by zero.</summary>
    public (BigInteger Over, BigInteger Under)? Value(IReadOnlyDictionary<char, (BigInteger Over, BigInteger Under)> variables)
    {
        if (Sign is '#')
            return (Number, 1);
        if (Left is null)
            return variables[Sign];
        if (Left.Value(variables) is not var (a, b))
            return null;
        if (Sign is '^')
            return (BigInteger.Pow(a, Number), BigInteger.Pow(b, Number));
        if (Right!.Value(variables) is not var (c, d))
            return null;
        return Sign switch
        {
            '+' => ((a * d) + (c * b), b * d),
            '-' => ((a * d) - (c * b), b * d),
            '*' => (a * c, b * d),
            _ => c.IsZero ? null : (a * d, b * c),
        };
    }

    /// <summary>An equal expression, written otherwise: sides change places, products expand, numbers become sums.</summary>
    public RandomExpression Rewritten(Random random)
    {
        if (Left is null)
            return Sign is '#' && random.Next(3) == 0 ? Of(Number - 2) + Of(2) : this;
        var left = Left.Rewritten(random);
        if (Sign is '^')
            return Number is 2 && random.Next(2) == 0 ? new('*', 0, left, left) : this with { Left = left };
        var right = Right!.Rewritten(random);
        return (Sign, random.Next(3)) switch
        {
            ('+' or '*', 0) => this with { Left = right, Right = left },
            ('-', 0) => left + new RandomExpression('*', 0, Of(-1), right),
            ('*', 1) when left.Sign is '+' or '-' => new(left.Sign, 0, new('*', 0, left.Left!, right), new('*', 0, left.Right!, right)),
            ('/', 1) => new('*', 0, left, new('/', 0, Of(1), right)),
            _ => this with { Left = left, Right = right },
        };
    }

    public string Latex() => Sign switch
    {
        '#' => Number < 0 ? $"({Number.ToString(CultureInfo.InvariantCulture)})" : Number.ToString(CultureInfo.InvariantCulture),
        '/' => $@"\frac{{{Left!.Latex()}}}{{{Right!.Latex()}}}",
        '^' => $@"\left({Left!.Latex()}\right)^{{{Number}}}",
        '*' => $@"({Left!.Latex()})\cdot({Right!.Latex()})",
        '+' or '-' => $"{Left!.Latex()}{Sign}({Right!.Latex()})",
        _ => Sign.ToString(),
    };

    /// <summary>In the notation of Python, which the parser reads too.</summary>
    public string Plain() => Sign switch
    {
        '#' => $"({Number.ToString(CultureInfo.InvariantCulture)})",
        '^' => $"({Left!.Plain()})**{Number}",
        _ when Left is null => Sign.ToString(),
        _ => $"({Left.Plain()}){Sign}({Right!.Plain()})",
    };
}
