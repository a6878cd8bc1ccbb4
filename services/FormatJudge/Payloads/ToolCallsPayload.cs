using System.Text.Json;
using Judges.Format.Templates;

namespace Judges.Format.Payloads;

/// <summary>
/// One or more JSON objects, each with a <c>name</c> and <c>arguments</c>: an object, or a string that holds one. With tools, the name must be
/// one of theirs and the arguments must keep to its schema.
/// </summary>
internal sealed class ToolCallsPayload : IPayload
{
    private const int MostCalls = 64;

    private readonly Dictionary<string, JsonRules?>? _tools;

    public ToolCallsPayload(IReadOnlyList<ToolDefinition>? tools)
    {
        if (tools is null)
            return;
        _tools = new(StringComparer.Ordinal);
        foreach (var tool in tools)
        {
            if (!_tools.TryAdd(tool.Name, tool.Parameters is { } schema ? new JsonRules($"parameters of {tool.Name}", schema) : null))
                throw new TemplateException($"`tools`: `{tool.Name}` stands there twice");
        }
    }

    public PayloadFault? Check(ReadOnlySpan<char> content)
    {
        var at = 0;
        for (var calls = 1; ; calls++)
        {
            if (StrictJson.Read(content[at..], out var call, out var read) is { } fault)
                return fault with { Offset = fault.Offset + at };
            if (Check(call, at) is { } wrong)
                return wrong;
            at += read;
            if (content[at..].IsWhiteSpace())
                return null;
            if (calls == MostCalls)
                return new("CallsTooMany", at);
        }
    }

    private PayloadFault? Check(JsonElement call, int at)
    {
        if (call.ValueKind is not JsonValueKind.Object || !call.TryGetProperty("name", out var name)
            || name.ValueKind is not JsonValueKind.String || name.GetString()!.Length == 0)
            return new("NameMissing", at);
        if (!call.TryGetProperty("arguments", out var arguments))
            return new("ArgumentsMissing", at);
        if (arguments.ValueKind is JsonValueKind.String)
        {
            var text = arguments.GetString()!;
            if (StrictJson.Read(text, out arguments, out var end) is { } fault)
                return new("ArgumentsInvalid", at, fault.Message);
            if (!text.AsSpan(end).IsWhiteSpace())
                return new("ArgumentsInvalid", at, "text follows the arguments");
        }
        if (arguments.ValueKind is not JsonValueKind.Object)
            return new("ArgumentsInvalid", at, "the arguments must be an object");
        if (_tools is null)
            return null;
        return !_tools.TryGetValue(name.GetString()!, out var rules) ? new("ToolUnknown", at, $"there is no tool {name.GetString()}")
            : rules?.Broken(arguments) is { } broken ? new("ArgumentsInvalid", at, broken)
            : null;
    }
}
