namespace Judges.Format;

/// <summary>The structure of a response: ordered blocks, and the checks that together say what a right one is.</summary>
/// <param name="Name">What a request calls it.</param>
/// <param name="Blocks">From left to right; a block without a tag is what follows the last tag.</param>
/// <param name="Checks">In reading order. A response is right when all hold; the first that fails is its violation.</param>
internal sealed record FormatTemplate(string Name, IReadOnlyList<Block> Blocks, IReadOnlyList<IFormatCheck> Checks)
{
    /// <summary>Tags of the environment: whatever stands in them, a policy must not write it.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>What the assistant's turns before the last must look like; null where only the last is looked at.</summary>
    public FormatTemplate? Earlier { get; init; }

    /// <summary>What each check counts for in partial credit.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Every tag that the scanner looks for.</summary>
    public string[] Tags => field ??= [.. Blocks.Select(static block => block.Tag).OfType<string>(), .. Forbidden];

    /// <summary>Whether some block may be missing or come more than once: then every tag is kept, not only the first and the last.</summary>
    public bool Repeats => Blocks.Any(static block => !block.Once);
}

/// <summary>One part of a response.</summary>
/// <param name="Name">What the verdict calls it.</param>
/// <param name="Tag">The tag around it, or null for the rest of the text.</param>
internal sealed record Block(string Name, string? Tag)
{
    public int Min { get; init; } = 1;

    public int Max { get; init; } = 1;

    public bool Once => Min == 1 && Max == 1;
}
