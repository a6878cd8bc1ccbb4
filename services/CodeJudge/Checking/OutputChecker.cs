using System.Buffers;
using System.Globalization;

namespace Judges.Code;

/// <summary>Compares what a program printed with what it should have printed.</summary>
internal static class OutputChecker
{
    // The supervisor takes the same for white space.
    public const string Space = " \t\r\n\v\f";
    private static readonly SearchValues<char> _space = SearchValues.Create(Space);

    public static bool Accepts(Checker checker, string expected, string actual) => checker.Kind switch
    {
        CheckerKind.Tokens or CheckerKind.Float => SameTokens(checker, expected, actual),
        CheckerKind.Exact => expected.AsSpan().TrimEnd(Space).SequenceEqual(actual.AsSpan().TrimEnd(Space)),
        CheckerKind.Unordered => Sorted(expected).SequenceEqual(Sorted(actual), StringComparer.Ordinal),
        _ => throw new NotSupportedException($"there is no checker {checker.Kind}"),
    };

    public static bool IsSame(Checker checker, ReadOnlySpan<char> wanted, ReadOnlySpan<char> got) =>
        wanted.SequenceEqual(got) || (checker.Kind is CheckerKind.Float && IsNear(wanted, got, checker.Tolerance));

    /// <summary>Takes the next token off a text; empty when there is none.</summary>
    public static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart(Space);
        var end = text.IndexOfAny(_space);
        var token = end < 0 ? text : text[..end];
        text = text[token.Length..];
        return token;
    }

    public static int LastSpace(ReadOnlySpan<char> text) => text.LastIndexOfAny(_space);

    public static string TrimEnd(string text) => text.AsSpan().TrimEnd(Space).ToString();

    /// <summary>The lines of a text without white space at the end of each, or of all.</summary>
    public static string[] Lines(string text) => [.. TrimEnd(text).Split('\n').Select(TrimEnd)];

    private static bool SameTokens(Checker checker, ReadOnlySpan<char> expected, ReadOnlySpan<char> actual)
    {
        while (true)
        {
            var wanted = Next(ref expected);
            var got = Next(ref actual);
            if (wanted.IsEmpty || got.IsEmpty)
                return wanted.IsEmpty && got.IsEmpty;
            if (!IsSame(checker, wanted, got))
                return false;
        }
    }

    // |wanted - got| <= tolerance * max(1, |wanted|)
    private static bool IsNear(ReadOnlySpan<char> wanted, ReadOnlySpan<char> got, double tolerance) =>
        TryNumber(wanted, out var a) && TryNumber(got, out var b) && Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Abs(a));

    private static bool TryNumber(ReadOnlySpan<char> token, out double value) =>
        double.TryParse(token, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);

    private static string[] Sorted(string text)
    {
        var lines = Lines(text);
        Array.Sort(lines, StringComparer.Ordinal);
        return lines;
    }
}
