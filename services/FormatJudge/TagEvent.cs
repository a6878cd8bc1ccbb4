namespace Judges.Format;

/// <summary>A tag of the template, or something that looks like one, in the response.</summary>
/// <param name="Tag">The tag's name.</param>
/// <param name="Closing">Whether it closes.</param>
/// <param name="Start">The offset of its first character, in UTF-16 units.</param>
/// <param name="End">The offset after its last character.</param>
/// <param name="Slip">What keeps it from being the tag, or null when it is the tag.</param>
internal readonly record struct TagEvent(string Tag, bool Closing, int Start, int End, TagSlip? Slip);

/// <summary>How a text misses being a tag by little. It is diagnosed and never accepted; the last one in this list is the one named.</summary>
internal enum TagSlip
{
    /// <summary><c>&lt;Think></c></summary>
    TagCase,

    /// <summary><c>&lt; think ></c></summary>
    TagSpacing,

    /// <summary>A character without width stands inside.</summary>
    TagInvisible,

    /// <summary><c>＜ｔｈｉｎｋ＞</c></summary>
    TagFullWidth,

    /// <summary><c>&amp;lt;think&amp;gt;</c></summary>
    TagEscaped,

    /// <summary><c>&lt;think depth="1"></c>, <c>&lt;think/></c></summary>
    TagAttributes,
}
