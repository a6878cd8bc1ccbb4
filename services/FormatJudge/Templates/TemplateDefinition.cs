using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges.Format.Templates;

/// <summary>
/// A template as a request or a file writes it: ordered blocks and what may stand around them. What has a default is settable: the generated
/// reader would overwrite an init-only one with nothing.
/// </summary>
internal sealed record TemplateDefinition
{
    /// <summary>From left to right. The last one may have no tag: it is what follows the tag before it.</summary>
    public required IReadOnlyList<BlockDefinition> Blocks { get; init; }

    /// <summary>What may stand before the first block; default nothing but white space.</summary>
    public Surroundings Before { get; init; }

    /// <summary>What may stand between two blocks.</summary>
    public Surroundings Between { get; init; }

    /// <summary>What may stand after the last block.</summary>
    public Surroundings After { get; init; }

    /// <summary>Whether the last block must differ from the first, where each stands once; default yes.</summary>
    public bool Distinct { get; set; } = true;

    /// <summary>Tags that the environment writes, such as <c>tool_response</c>: none may stand in a response.</summary>
    public IReadOnlyList<string> Forbidden { get; set; } = [];

    /// <summary>What a check counts for in partial credit, by the check's name; 1 where it is not named.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; set; } = new Dictionary<string, double>();

    /// <summary>What each of the assistant's turns before the last must look like, in a conversation.</summary>
    public TemplateDefinition? Earlier { get; init; }
}

/// <summary>One block.</summary>
internal sealed record BlockDefinition
{
    public required string Name { get; init; }

    /// <summary>The tag around it; absent: the rest of the text.</summary>
    public string? Tag { get; init; }

    /// <summary>How often it must stand there at least; default 1.</summary>
    public int Min { get; set; } = 1;

    /// <summary>How often it may stand there; default 1.</summary>
    public int Max { get; set; } = 1;

    /// <summary>Whether it may show nothing; default no.</summary>
    public bool Empty { get; init; }

    /// <summary>What it must hold; absent: any text.</summary>
    public PayloadDefinition? Payload { get; init; }
}

/// <summary>What a block must hold.</summary>
internal sealed record PayloadDefinition
{
    public required PayloadKind Kind { get; init; }

    /// <summary>Of code: the fence's language; absent: any.</summary>
    public string? Language { get; init; }

    /// <summary>Of JSON: its JSON Schema; absent: any JSON.</summary>
    public JsonElement? Schema { get; init; }

    /// <summary>Of tool calls: the tools that there are, each with <c>name</c> and <c>parameters</c>, a JSON Schema; absent: any name.</summary>
    public IReadOnlyList<ToolDefinition>? Tools { get; init; }
}

/// <summary>A tool that the policy may call.</summary>
internal sealed record ToolDefinition
{
    public required string Name { get; init; }

    /// <summary>The JSON Schema of its arguments.</summary>
    public JsonElement? Parameters { get; init; }
}

/// <summary>What may stand around the blocks.</summary>
internal enum Surroundings
{
    /// <summary>White space.</summary>
    Nothing,

    Text,
}

/// <summary>The kinds of content.</summary>
internal enum PayloadKind
{
    Text,

    /// <summary>Text with a <c>\boxed{...}</c> that is not empty.</summary>
    Boxed,

    /// <summary>Text with one fenced block of code.</summary>
    Code,

    /// <summary>One JSON value and nothing else.</summary>
    Json,

    /// <summary>JSON objects with <c>name</c> and <c>arguments</c>, one after the other.</summary>
    ToolCalls,
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    Converters = [typeof(CamelCaseEnumConverter<Surroundings>), typeof(CamelCaseEnumConverter<PayloadKind>)])]
[JsonSerializable(typeof(TemplateDefinition))]
[JsonSerializable(typeof(Dictionary<string, TemplateDefinition>))]
internal sealed partial class TemplateJson : JsonSerializerContext;
