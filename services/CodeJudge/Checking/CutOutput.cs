using System.Buffers;
using System.Text;

namespace Judges.Code;

/// <summary>Looks at the beginning of an output whose rest, which is more than white space, was dropped.</summary>
internal static class CutOutput
{
    /// <summary>The bytes without a last character that was cut in two.</summary>
    public static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeLastFromUtf8(bytes, out _, out var consumed) is OperationStatus.NeedMoreData ? bytes[..^consumed] : bytes;

    /// <summary>Whether any output that begins so, and goes on, would be accepted.</summary>
    public static bool MayBeAccepted(Checker checker, string expected, string begin) => checker.Kind switch
    {
        CheckerKind.Exact => OutputChecker.TrimEnd(expected).StartsWith(begin, StringComparison.Ordinal),
        CheckerKind.Unordered => Lines(expected, begin),
        _ => Tokens(checker, expected, begin),
    };

    // The last token may go on; and if it does not, there is one more.
    private static bool Tokens(Checker checker, ReadOnlySpan<char> expected, ReadOnlySpan<char> begin)
    {
        var end = OutputChecker.LastSpace(begin) + 1;
        var open = begin[end..];
        begin = begin[..end];
        while (OutputChecker.Next(ref begin) is { IsEmpty: false } got)
        {
            if (OutputChecker.Next(ref expected) is not { IsEmpty: false } wanted || !OutputChecker.IsSame(checker, wanted, got))
                return false;
        }
        return OutputChecker.Next(ref expected) is { IsEmpty: false } next && (checker.Kind is CheckerKind.Float || next.StartsWith(open));
    }

    private static bool Lines(string expected, string begin)
    {
        var left = OutputChecker.Lines(expected).CountBy(static line => line).ToDictionary(StringComparer.Ordinal);
        foreach (var line in begin.Split('\n')[..^1])
        {
            if (left.GetValueOrDefault(OutputChecker.TrimEnd(line)) is var count && count == 0)
                return false;
            left[OutputChecker.TrimEnd(line)] = count - 1;
        }
        return left.Values.Any(static count => count > 0);
    }
}
