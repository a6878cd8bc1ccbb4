using System.Collections.Frozen;

namespace Judges.Format.Templates;

/// <summary>The templates that every request can name, in the words in which a user would write them.</summary>
internal static class BuiltInTemplates
{
    private static readonly BlockDefinition Thought = new() { Name = "thought", Tag = "think" };
    private static readonly BlockDefinition Answer = new() { Name = "answer", Tag = "answer" };
    private static readonly BlockDefinition Rest = new() { Name = "answer" };
    private static readonly BlockDefinition Calls = new() { Name = "call", Tag = "tool_call", Max = 16, Payload = new() { Kind = PayloadKind.ToolCalls } };
    private static readonly string[] Environment = ["tool_response", "information"];

    public static FrozenDictionary<string, TemplateDefinition> Definitions { get; } = new Dictionary<string, TemplateDefinition>
    {
        ["think-answer"] = new() { Blocks = [Thought, Answer] },
        ["think-only"] = new() { Blocks = [Thought, Rest] },
        ["think-boxed"] = new() { Blocks = [Thought, Rest with { Payload = new() { Kind = PayloadKind.Boxed } }] },
        ["reasoning-answer"] = new() { Blocks = [new() { Name = "reasoning", Tag = "reasoning" }, Answer] },
        ["think-code"] = Code(null),
        ["tool-call"] = new() { Blocks = [Thought, Calls], Forbidden = Environment },
        ["multi-turn"] = new() { Blocks = [Thought, Answer], Forbidden = Environment, Earlier = new() { Blocks = [Thought, Calls], Forbidden = Environment } },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, FormatTemplate> All { get; } =
        Definitions.ToFrozenDictionary(static pair => pair.Key, static pair => TemplateCompiler.Compile(pair.Key, pair.Value), StringComparer.Ordinal);

    /// <summary>Thought, then an answer with one fenced block of code; <c>think-code:python</c> names the language.</summary>
    public static TemplateDefinition Code(string? language) =>
        new() { Blocks = [Thought, Answer with { Payload = new() { Kind = PayloadKind.Code, Language = language } }] };
}
