namespace Judges.Format;

/// <summary>The structure of a response: ordered blocks, and the checks that together say what a right one is.</summary>
/// <param name="Name">What a request calls it.</param>
/// <param name="Blocks">From left to right; a block without a tag is what follows the last tag.</param>
/// <param name="Checks">In reading order. A response is right when all hold; the first that fails is its violation.</param>
internal sealed record FormatTemplate(string Name, IReadOnlyList<Block> Blocks, IReadOnlyList<IFormatCheck> Checks)
{
    public string[] Tags { get; } = [.. Blocks.Select(static block => block.Tag).OfType<string>()];
}

/// <summary>One part of a response.</summary>
/// <param name="Name">What the verdict calls it.</param>
/// <param name="Tag">The tag around it, or null for the rest of the text.</param>
internal sealed record Block(string Name, string? Tag);
