using System.Text.RegularExpressions;

namespace Judges.Format.Templates;

/// <summary>What a definition must keep to; each rule that is broken says so in one sentence.</summary>
internal static partial class TemplateRules
{
    /// <summary>More than this of one block is a loop, not a structure.</summary>
    public const int MostOccurrences = 1000;

    private const int MostBlocks = 16;

    public static void Check(TemplateDefinition definition)
    {
        Demand(definition.Blocks.Count is > 0 and <= MostBlocks, $"`blocks` must list 1 to {MostBlocks} blocks");
        Demand(definition.Blocks[0].Tag is not null, $"`blocks`: the first block, `{definition.Blocks[0].Name}`, needs a `tag`");
        for (var at = 0; at < definition.Blocks.Count; at++)
            Check(definition.Blocks[at], last: at == definition.Blocks.Count - 1);
        Unique("name", definition.Blocks.Select(static block => block.Name));
        Unique("tag", definition.Blocks.Select(static block => block.Tag).OfType<string>().Concat(definition.Forbidden));
        foreach (var tag in definition.Forbidden)
            Demand(Word.IsMatch(tag), $"`forbidden`: `{tag}` is no tag: letters, digits, `_` and `-`, a letter first, 32 at most");
        foreach (var (check, weight) in definition.Weights)
            Demand(weight is >= 0 and <= 1e6 && double.IsFinite(weight), $"`weights`: `{check}` must be from 0 to 1000000");
        Demand(definition.Blocks.Any(static block => block.Tag is not null && block.Min > 0), "`blocks`: at least one block with a tag must have `min` above 0");
        if (definition.Earlier is { } earlier)
        {
            Demand(earlier.Earlier is null, "`earlier` cannot have an `earlier` of its own");
            Check(earlier);
        }
    }

    private static void Check(BlockDefinition block, bool last)
    {
        Demand(Word.IsMatch(block.Name), $"`name`: `{block.Name}` must be letters, digits, `_` and `-`, a letter first, 32 at most");
        Demand(block.Tag is null || Word.IsMatch(block.Tag), $"`{block.Name}`: tag `{block.Tag}` must be letters, digits, `_` and `-`, a letter first, 32 at most");
        Demand(block.Tag is not null || last, $"`{block.Name}`: only the last block may be without a `tag`");
        Demand(block.Min >= 0 && block.Max >= 1 && block.Min <= block.Max && block.Max <= MostOccurrences,
            $"`{block.Name}`: `min` must be from 0 and `max` from 1, `min` at most `max`, and `max` at most {MostOccurrences}");
        Demand(block.Tag is not null || block is { Min: 1, Max: 1 }, $"`{block.Name}`: the rest of the text stands there once");
        if (block.Payload is not { } payload)
            return;
        Demand(payload.Language is null || payload.Kind is PayloadKind.Code, $"`{block.Name}`: `language` is for kind code");
        Demand(payload.Schema is null || payload.Kind is PayloadKind.Json, $"`{block.Name}`: `schema` is for kind json");
        Demand(payload.Tools is null || payload.Kind is PayloadKind.ToolCalls, $"`{block.Name}`: `tools` is for kind toolCalls");
    }

    private static void Unique(string what, IEnumerable<string> names)
    {
        foreach (var group in names.GroupBy(static name => name, StringComparer.OrdinalIgnoreCase))
            Demand(group.Count() == 1, $"the {what} `{group.Key}` stands there twice");
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new TemplateException(otherwise);
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,31}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Word { get; }
}
