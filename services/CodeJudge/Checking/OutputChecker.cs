using System.Buffers;
using System.Globalization;

namespace Judges.Code;

/// <summary>Compares what a program printed with what it should have printed.</summary>
internal static class OutputChecker
{
    private const string Space = " \t\r\n\v\f";
    private static readonly SearchValues<char> _space = SearchValues.Create(Space);

    public static bool Accepts(Checker checker, string expected, string actual) => checker.Kind switch
    {
        CheckerKind.Tokens => SameTokens(expected, actual, static (wanted, got) => wanted.SequenceEqual(got)),
        CheckerKind.Exact => expected.AsSpan().TrimEnd(Space).SequenceEqual(actual.AsSpan().TrimEnd(Space)),
        CheckerKind.Float => SameTokens(expected, actual, (wanted, got) => IsNear(wanted, got, checker.Tolerance)),
        CheckerKind.Unordered => Lines(expected).SequenceEqual(Lines(actual), StringComparer.Ordinal),
        _ => throw new NotSupportedException($"there is no checker {checker.Kind}"),
    };

    private static bool SameTokens(ReadOnlySpan<char> expected, ReadOnlySpan<char> actual, TokenComparison same)
    {
        while (true)
        {
            var wanted = Next(ref expected);
            var got = Next(ref actual);
            if (wanted.IsEmpty || got.IsEmpty)
                return wanted.IsEmpty && got.IsEmpty;
            if (!same(wanted, got))
                return false;
        }
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart(Space);
        var end = text.IndexOfAny(_space);
        var token = end < 0 ? text : text[..end];
        text = text[token.Length..];
        return token;
    }

    // |wanted - got| <= tolerance * max(1, |wanted|)
    private static bool IsNear(ReadOnlySpan<char> wanted, ReadOnlySpan<char> got, double tolerance) =>
        wanted.SequenceEqual(got)
        || (TryNumber(wanted, out var a) && TryNumber(got, out var b) && Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Abs(a)));

    private static bool TryNumber(ReadOnlySpan<char> token, out double value) =>
        double.TryParse(token, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);

    private static string[] Lines(string text)
    {
        var lines = text.AsSpan().TrimEnd(Space).ToString().Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = lines[i].AsSpan().TrimEnd(Space).ToString();
        Array.Sort(lines, StringComparer.Ordinal);
        return lines;
    }

    private delegate bool TokenComparison(ReadOnlySpan<char> wanted, ReadOnlySpan<char> got);
}
