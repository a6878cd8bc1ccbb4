using System.Text;
using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>How Piston's grading packages compare without a checker. Bytes, whatever they encode.</summary>
internal static partial class WordComparison
{
    [GeneratedRegex(@"\b(?:yes|no)\b", RegexOptions.IgnoreCase | RegexOptions.ECMAScript | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Answer { get; }

    private static readonly char[] _space = OutputChecker.Space.ToCharArray();

    /// <summary>Codeforces: word by word, "yes" and "no" in any case.</summary>
    public static bool HaveSameWords(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> output) => Words(expected) == Words(output);

    /// <summary>CMS: line by line, any white space as one blank and none at the ends.</summary>
    public static bool HaveSameLines(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> output) => Lines(expected).SequenceEqual(Lines(output), StringComparer.Ordinal);

    /// <summary>A text as its scripts hand it on: without the empty lines.</summary>
    /// <param name="isCorrect">Whether it is the expected output, whose lines lose their carriage returns.</param>
    public static byte[] WithoutEmptyLines(ReadOnlySpan<byte> bytes, bool isCorrect)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').Select(line => isCorrect && line.EndsWith('\r') ? line[..^1] : line).Where(static line => line.Length > 0);
        return Encoding.Latin1.GetBytes(string.Concat(lines.Select(static line => line + "\n")));
    }

    /// <summary>A text with a program's line ends.</summary>
    public static byte[] WithoutReturns(ReadOnlySpan<byte> bytes) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal));

    private static string Words(ReadOnlySpan<byte> bytes) => string.Join(' ', Answer.Replace(Encoding.Latin1.GetString(bytes), static match => match.Value.ToUpperInvariant())
        .Split(_space, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Lines(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes).TrimEnd(_space).Split('\n').Select(static line =>
        (line.Length > 0 && _space.Contains(line[0]) ? " " : "") + string.Join(' ', line.Split(_space, StringSplitOptions.RemoveEmptyEntries)));
}
