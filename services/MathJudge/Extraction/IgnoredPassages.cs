using System.Buffers;

namespace Judges.Mathematics;

/// <summary>Pictures (<c>[asy]…[/asy]</c>) and blocks of code hold no answers: their characters are read as blanks, at their places.</summary>
internal readonly ref struct IgnoredPassages
{
    private const string StartOfPicture = "[asy]";
    private const string EndOfPicture = "[/asy]";
    private const string Fence = "```";
    private const int LongestLanguage = 20;

    private readonly char[]? _copy;

    private IgnoredPassages(char[]? copy) => _copy = copy;

    public static IgnoredPassages In(ReadOnlySpan<char> text)
    {
        char[]? copy = null;
        var picture = text.IndexOf(StartOfPicture);
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOf(Fence);
            var fence = next < 0 ? int.MaxValue : at + next;
            if (picture >= 0 && picture < at)
                picture = text[at..].IndexOf(StartOfPicture) is var later and >= 0 ? at + later : -1;
            if (picture >= 0 && picture < fence)
            {
                at = End(text, picture + StartOfPicture.Length, EndOfPicture);
                Blank(text, ref copy, picture, at);
            }
            else if (fence == int.MaxValue)
            {
                break;
            }
            else if (IsCode(text[(fence + Fence.Length)..]))
            {
                at = End(text, fence + Fence.Length, Fence);
                Blank(text, ref copy, fence, at);
            }
            else
            {
                at = fence + Fence.Length;
            }
        }
        return new(copy);
    }

    /// <summary>The text with blanks for what is ignored.</summary>
    public ReadOnlySpan<char> Blanked(ReadOnlySpan<char> text) => _copy is null ? text : _copy.AsSpan(0, text.Length);

    public void Dispose()
    {
        if (_copy is not null)
            ArrayPool<char>.Shared.Return(_copy);
    }

    private static int End(ReadOnlySpan<char> text, int from, string mark) =>
        text[from..].IndexOf(mark) is var length and >= 0 ? from + length + mark.Length : text.Length;

    private static void Blank(ReadOnlySpan<char> text, ref char[]? copy, int from, int to)
    {
        if (copy is null)
        {
            copy = ArrayPool<char>.Shared.Rent(text.Length);
            text.CopyTo(copy);
        }
        copy.AsSpan(from, to - from).Fill(' ');
    }

    // A block without a language, or of text or data, may hold the answer itself; a closing fence has none either.
    private static bool IsCode(ReadOnlySpan<char> afterFence)
    {
        var line = afterFence[..Math.Min(afterFence.Length, LongestLanguage + 1)].IndexOf('\n');
        if (line <= 0)
            return false;
        foreach (var c in afterFence[..line].TrimEnd())
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '#' or '-' or '.' or '_'))
                return false;
        }
        return afterFence[..line].Trim() is not ("" or "latex" or "LaTeX" or "tex" or "math" or "text" or "txt" or "markdown" or "md" or "json" or "yaml" or "xml" or "html" or "plaintext" or "plain");
    }
}
