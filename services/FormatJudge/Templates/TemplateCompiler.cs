using Judges.Format.Payloads;

namespace Judges.Format.Templates;

/// <summary>Turns a definition into the checks that hold exactly for the responses that it describes.</summary>
internal static class TemplateCompiler
{
    /// <exception cref="TemplateException">The definition describes nothing that could be checked.</exception>
    public static FormatTemplate Compile(string name, TemplateDefinition definition)
    {
        TemplateRules.Check(definition);
        Block[] blocks = [.. definition.Blocks.Select(static block => new Block(block.Name, block.Tag) { Min = block.Min, Max = block.Max })];
        IFormatCheck[] checks = [.. Array.TrueForAll(blocks, static block => block.Once) ? Plain(definition, blocks) : Repeating(definition, blocks)];
        foreach (var unknown in definition.Weights.Keys.Except(checks.Select(static check => check.Name)))
            throw new TemplateException($"`weights`: there is no check `{unknown}`: there are {string.Join(", ", checks.Select(static check => check.Name))}");
        return new(name, blocks, checks)
        {
            Forbidden = definition.Forbidden,
            Weights = [.. checks.Select(check => definition.Weights.GetValueOrDefault(check.Name, 1))],
            Earlier = definition.Earlier is { } earlier ? Compile(name, earlier) : null,
        };
    }

    // Every block stands there once: each check says one thing of one tag.
    private static IEnumerable<IFormatCheck> Plain(TemplateDefinition definition, Block[] blocks)
    {
        var tagged = blocks.Where(static block => block.Tag is not null).ToArray();
        if (definition.Forbidden.Count > 0)
            yield return new Forbids("nothingForbidden");
        if (definition.Before is Surroundings.Nothing)
            yield return new OpensWith("opensWith" + Upper(tagged[0].Tag!), tagged[0].Tag!);
        for (var at = 0; at < blocks.Length; at++)
        {
            var block = blocks[at];
            if (block.Tag is { } tag)
            {
                if (at > 0)
                    yield return new Follows(block.Name + "Follows", tag, blocks[at - 1].Tag!, definition.Between is Surroundings.Text);
                yield return new OpensOnce(tag + "OpensOnce", tag);
                yield return new ClosesOnce(tag + "ClosesOnce", tag);
            }
            foreach (var check in Contents(definition.Blocks[at], block))
                yield return check;
        }
        var whole = tagged.Length == blocks.Length;
        if (whole && definition is { Before: Surroundings.Nothing, Between: Surroundings.Nothing, After: Surroundings.Nothing })
            yield return new NothingOutside("nothingOutside");
        if (whole && definition.After is Surroundings.Nothing)
            yield return new ClosesWith("closesWith" + Upper(tagged[^1].Tag!), tagged[^1].Tag!);
        if (definition.Distinct && blocks.Length > 1)
            yield return new Differs($"{blocks[^1].Name}DiffersFrom{Upper(blocks[0].Name)}", blocks[^1], blocks[0]);
    }

    private static IEnumerable<IFormatCheck> Repeating(TemplateDefinition definition, Block[] blocks)
    {
        if (definition.Forbidden.Count > 0)
            yield return new Forbids("nothingForbidden");
        for (var at = 0; at < blocks.Length; at++)
        {
            if (blocks[at].Tag is not null)
            {
                yield return new Occurs(blocks[at].Name + "Count", blocks[at]);
                if (at > 0)
                    yield return new InOrder(blocks[at].Name + "InOrder", blocks[at]);
            }
            foreach (var check in Contents(definition.Blocks[at], blocks[at]))
                yield return check;
        }
        if (definition.Before is Surroundings.Nothing)
            yield return new NothingBeside("nothingBefore", Side.Before);
        if (definition.Between is Surroundings.Nothing)
            yield return new NothingBeside("nothingBetween", Side.Between);
        if (definition.After is Surroundings.Nothing && blocks[^1].Tag is not null)
            yield return new NothingBeside("nothingAfter", Side.After);
        if (definition.Distinct && blocks.Length > 1 && blocks[0].Once && blocks[^1].Once)
            yield return new Differs($"{blocks[^1].Name}DiffersFrom{Upper(blocks[0].Name)}", blocks[^1], blocks[0]);
    }

    private static IEnumerable<IFormatCheck> Contents(BlockDefinition definition, Block block)
    {
        if (!definition.Empty)
            yield return new NotEmpty(block.Name + "NotEmpty", block);
        if (definition.Payload is { Kind: not PayloadKind.Text } payload)
            yield return new Holds(block.Name + Upper(payload.Kind.ToString()), block, Payload.Of(payload));
    }

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
