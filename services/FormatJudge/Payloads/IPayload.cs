using System.Diagnostics;
using Judges.Format.Templates;

namespace Judges.Format.Payloads;

/// <summary>A kind of content.</summary>
internal interface IPayload
{
    /// <summary>What keeps the content from being of this kind, or null.</summary>
    PayloadFault? Check(ReadOnlySpan<char> content);
}

/// <summary>What is wrong with a block's content.</summary>
/// <param name="Code">The end of the violation's code, after the block's name.</param>
/// <param name="Offset">Where in the content.</param>
/// <param name="Message">What the code leaves open.</param>
internal sealed record PayloadFault(string Code, int Offset = 0, string? Message = null);

internal static class Payload
{
    public static IPayload Of(PayloadDefinition definition) => definition.Kind switch
    {
        PayloadKind.Boxed => new BoxedPayload(),
        PayloadKind.Code => new CodePayload(definition.Language),
        PayloadKind.Json => new JsonPayload(definition.Schema is { } schema ? new JsonRules("schema", schema) : null),
        PayloadKind.ToolCalls => new ToolCallsPayload(definition.Tools),
        _ => throw new UnreachableException(),
    };
}
