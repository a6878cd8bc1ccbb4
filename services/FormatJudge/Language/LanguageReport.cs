namespace Judges.Format.Language;

/// <summary>How far a text stays in a language.</summary>
internal sealed record LanguageReport
{
    public required string Target { get; init; }

    /// <summary>True where too little language is left to say anything; then there is no ratio.</summary>
    public required bool Insufficient { get; init; }

    /// <summary>Words of the target ÷ (words of the target + foreign words).</summary>
    public double? Ratio { get; init; }

    public required double TargetWords { get; init; }

    public required double ForeignWords { get; init; }

    /// <summary>How many foreign passages there are.</summary>
    public required int ForeignRuns { get; init; }

    /// <summary>The longest of them, in words.</summary>
    public required double LongestForeignRun { get; init; }

    /// <summary>How often the text changes between the target and other languages.</summary>
    public required int Switches { get; init; }

    /// <summary>The first twenty foreign passages.</summary>
    public required IReadOnlyList<BlockSpan> Spans { get; init; }
}
