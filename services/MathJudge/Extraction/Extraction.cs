namespace Judges.Mathematics;

/// <summary>How an answer was marked.</summary>
internal enum ExtractionRule
{
    /// <summary><c>\boxed{…}</c> or <c>\fbox{…}</c></summary>
    Boxed,

    /// <summary><c>&lt;answer&gt;…&lt;/answer&gt;</c></summary>
    AnswerTag,

    /// <summary>Boxes with nothing but separators between them, together.</summary>
    SeveralBoxes,

    /// <summary>A box that never closes, to the end of its line.</summary>
    UnclosedBox,

    /// <summary><c>\boxed 5</c></summary>
    BoxWithoutBraces,

    /// <summary>Minerva's sentence: "The final answer is …. I hope it is correct."</summary>
    HopeSentence,

    /// <summary>A sentence that announces it: "the final answer is …", "Answer: …", 答案是 ….</summary>
    Announced,

    /// <summary>A sentence that names a choice: "the correct option is (B)", 故选 B.</summary>
    Choice,

    /// <summary><c>#### 5</c></summary>
    Hashes,

    /// <summary>The response is an answer and nothing else.</summary>
    WholeResponse,

    /// <summary>The last formula between math delimiters.</summary>
    LastFormula,

    /// <summary>The last number.</summary>
    LastNumber,
}

/// <summary>The place of an answer in the response.</summary>
/// <param name="Rule">What marked it.</param>
/// <param name="Start">The offset of its first character, in UTF-16 units.</param>
/// <param name="Length">How many there are, or -1 for a box that never closes.</param>
internal readonly record struct Extraction(ExtractionRule Rule, int Start, int Length)
{
    public bool Unclosed => Length < 0;

    public int End => Start + Math.Max(Length, 0);

    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Math.Max(Length, 0));

    public Extraction After(int offset) => this with { Start = Start + offset };
}
