namespace Judges.Mathematics;

/// <summary>What may mark an answer, in the order of priority: the first of these that finds something decides.</summary>
internal sealed record ExtractionScope
{
    /// <summary>"The final answer is …. I hope it is correct." before anything else.</summary>
    public bool HopeSentence { get; init; }

    /// <summary>Whether boxes next to each other are one answer; else the last box is.</summary>
    public bool SeveralBoxes { get; init; }

    /// <summary>Whether labels may stand before boxes next to each other: <c>x = \boxed{1}</c> and <c>y = \boxed{2}</c>.</summary>
    public bool LabelledBoxes { get; init; }

    /// <summary>Where nothing is marked: <c>\boxed 5</c>, sentences that announce the answer or name a choice, and <c>#### 5</c>.</summary>
    public bool Announced { get; init; }

    /// <summary>Where nothing is announced either: the last formula or number; a box that never closes is read to the end of its line.</summary>
    public bool Mentioned { get; init; }

    /// <summary>Boxes and answer tags.</summary>
    public static ExtractionScope Marked { get; } = new() { SeveralBoxes = true };

    /// <summary>As <see cref="Marked"/>, but of several boxes only the last one.</summary>
    public static ExtractionScope LastBox { get; } = new();

    public static ExtractionScope MarkedOrAnnounced { get; } = new() { SeveralBoxes = true, Announced = true };

    public static ExtractionScope Anything { get; } = new() { SeveralBoxes = true, LabelledBoxes = true, Announced = true, Mentioned = true, HopeSentence = true };
}
