namespace Judges.Format.Payloads;

/// <summary>One JSON value and nothing else; with a schema, one that it allows.</summary>
internal sealed class JsonPayload(JsonRules? rules) : IPayload
{
    public PayloadFault? Check(ReadOnlySpan<char> content)
    {
        if (StrictJson.Read(content, out var value, out var end) is { } fault)
            return fault;
        if (!content[end..].IsWhiteSpace())
            return new("JsonInvalid", end, "text follows the value");
        return rules?.Broken(value) is { } broken ? new("SchemaViolated", 0, broken) : null;
    }
}
