namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>The operators between two values, with Python's rules for numbers.</summary>
internal static class Arithmetic
{
    // What one operator may make, in characters or items: "a" * 10**9 is refused before it is made.
    private const int MostItems = 1_000_000;

    public static object? Apply(string symbol, object? left, object? right) => (symbol, left, right) switch
    {
        ("~", _, _) => Values.Print(left) + Values.Print(right),
        ("+", string one, string other) => Bounded(one.Length + other.Length, () => one + other),
        ("+", List<object?> one, List<object?> other) => Bounded(one.Count + other.Count, () => (List<object?>)[.. one, .. other]),
        ("*", string text, long or bool) => Bounded(text.Length * Math.Max(0, Values.Integer(right)), () => string.Concat(Enumerable.Repeat(text, (int)Math.Max(0, Values.Integer(right))))),
        ("**", long or bool, long and >= 0) => Power(Values.Integer(left), Values.Integer(right)),
        ("%", string, _) => throw new TemplateException("The chat template formats text with %, which is not supported."),
        (_, long or bool, long or bool) when symbol is not ("/" or "**") => Whole(symbol, Values.Integer(left), Values.Integer(right)),
        _ when Values.Number(left) is { } one && Values.Number(right) is { } other => Real(symbol, one, other),
        _ => throw new TemplateException($"The chat template puts '{symbol}' between a {Values.Kind(left)} and a {Values.Kind(right)}."),
    };

    public static object Negative(object? value) => value switch
    {
        long or bool => (object)-Values.Integer(value),
        double number => -number,
        _ => throw new TemplateException($"The chat template negates a {Values.Kind(value)}."),
    };

    private static long Whole(string symbol, long left, long right)
    {
        if (symbol is "//" or "%" && right == 0)
            throw new TemplateException("The chat template divides by zero.");
        try
        {
            return symbol switch
            {
                "+" => checked(left + right),
                "-" => checked(left - right),
                "*" => checked(left * right),
                "//" => (long)Math.Floor((decimal)left / right),
                "%" => (left % right + right) % right,
                _ => throw new TemplateException($"There is no operator '{symbol}' for numbers."),
            };
        }
        catch (OverflowException)
        {
            throw new TemplateException("The chat template computes a number that is too large.");
        }
    }

    private static double Real(string symbol, double left, double right)
    {
        if (symbol is "/" or "//" or "%" && right == 0)
            throw new TemplateException("The chat template divides by zero.");
        return symbol switch
        {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "/" => left / right,
            "//" => Math.Floor(left / right),
            "%" => left - right * Math.Floor(left / right),
            "**" => Math.Pow(left, right),
            _ => throw new TemplateException($"There is no operator '{symbol}' for numbers."),
        };
    }

    private static long Power(long left, long right)
    {
        var power = Math.Pow(left, right);
        return Math.Abs(power) < 1L << 53 ? (long)power : throw new TemplateException("The chat template computes a number that is too large.");
    }

    private static T Bounded<T>(long size, Func<T> make) =>
        size <= MostItems ? make() : throw new TemplateException($"The chat template makes something with more than {MostItems} characters or items.");
}
