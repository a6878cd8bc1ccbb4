using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Judges.Hosting;

namespace Judges.Standalone.Evaluation;

/// <summary>One response of a data set and the problem that it belongs to.</summary>
internal sealed record EvalSample(string Problem, GradeRequest Request);

/// <summary>Reads a data set's lines into samples.</summary>
internal static class EvalDataset
{
    /// <summary>The samples of one line, or in one sentence why it is none.</summary>
    public static bool TryRead(string line, long number, [NotNullWhen(true)] out IReadOnlyList<EvalSample>? samples, [NotNullWhen(false)] out string? reason)
    {
        samples = null;
        JsonObject? row;
        try
        {
            row = JsonNode.Parse(line) as JsonObject;
            // A name given twice is found only when the object is first looked into.
            _ = row?.Count;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            reason = fault is JsonException json ? RequestReader.Explain(json) : "a field is given twice";
            return false;
        }
        if (row is null)
        {
            reason = "a line must hold a JSON object";
            return false;
        }
        var problem = Name(row["problem"]) ?? Name(row["id"]) ?? string.Create(CultureInfo.InvariantCulture, $"line {number}");
        if (row["responses"] is null)
            return TryReadOne(row.ToJsonString(), problem, out samples, out reason);
        if (row["responses"] is not JsonArray { Count: > 0 } responses)
        {
            reason = "`responses` must be a list of at least one string";
            return false;
        }
        row.Remove("responses");
        var read = new List<EvalSample>(responses.Count);
        foreach (var response in responses)
        {
            row["response"] = response?.DeepClone();
            if (!TryReadOne(row.ToJsonString(), problem, out var one, out reason))
                return false;
            read.AddRange(one);
        }
        samples = read;
        reason = null;
        return true;
    }

    private static bool TryReadOne(string json, string problem, [NotNullWhen(true)] out IReadOnlyList<EvalSample>? samples, [NotNullWhen(false)] out string? reason)
    {
        samples = null;
        if (!RequestReader.TryRead(json, JudgesJson.Default.GradeRequest, out var request, out reason))
            return false;
        samples = [new EvalSample(problem, request)];
        return true;
    }

    /// <summary>A problem may be named by a string or by a number.</summary>
    private static string? Name(JsonNode? node) => node is JsonValue value
        ? value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number => value.ToJsonString(),
            _ => null,
        }
        : null;
}
