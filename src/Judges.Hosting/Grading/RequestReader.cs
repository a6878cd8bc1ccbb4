using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Judges.Hosting;

/// <summary>Reads one request from JSON, or says in one sentence why it is none.</summary>
public static class RequestReader
{
    public static bool TryRead<TRequest>(
        string json, JsonTypeInfo<TRequest> type, [NotNullWhen(true)] out TRequest? request, [NotNullWhen(false)] out string? reason)
        where TRequest : GradeRequest
    {
        request = null;
        try
        {
            request = JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException fault)
        {
            reason = Explain(fault);
            return false;
        }
        catch (NotSupportedException)
        {
            reason = "`judge` (or `tests.kind`) is missing: it names which judge (or which kind of tests) is meant";
            return false;
        }
        reason = request is null ? "null is no request" : request.Defect();
        return reason is null;
    }

    /// <summary>The parser's message without the names of our types, which mean nothing to a caller.</summary>
    public static string Explain(JsonException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var message = fault.Message;
        if (message.Contains("missing required properties", StringComparison.Ordinal) && message.Split("including: ") is [_, var names, ..])
            return $"required fields are missing: {names.Split(" Path:")[0].TrimEnd('.')}";
        if (message.Contains("type discriminator", StringComparison.Ordinal))
            return $"unknown name at {fault.Path ?? "$"}: `judge` is code, math or format, `tests.kind` is stdio or call";
        if (message.StartsWith("The JSON value could not be converted to", StringComparison.Ordinal))
            return $"the value at {fault.Path} has the wrong type or name";
        if (message.Contains("doesn't allow", StringComparison.Ordinal))
            return $"the value at {fault.Path} must not be null";
        return message.Split(" LineNumber:")[0].Split(" Path:")[0];
    }
}
