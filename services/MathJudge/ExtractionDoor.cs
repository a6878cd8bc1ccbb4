using System.Text.Json;
using System.Text.Json.Serialization;
using Judges.Hosting;

namespace Judges.Mathematics;

/// <summary>Ask which text of a response is its answer; nothing is compared.</summary>
public sealed record ExtractAnswer
{
    /// <summary>The caller's name for this request; it comes back.</summary>
    public string? Id { get; init; }

    public required string Response { get; init; }

    /// <summary>The policy whose marks count; absent: <see cref="MathPolicy.Default"/>.</summary>
    public MathPolicy? Policy { get; init; }

    /// <summary>Whether an answer may also stand before <c>&lt;/think&gt;</c>; default false.</summary>
    public bool ReadThoughts { get; init; }
}

/// <summary>Where the answer stands and what marked it; with <see cref="Reason"/> instead where there is none.</summary>
public sealed record ExtractedAnswer
{
    public string? Id { get; init; }

    /// <summary>What marked it: boxed, answerTag, severalBoxes, announced, ….</summary>
    public string? Rule { get; init; }

    public required string Policy { get; init; }

    public AnswerSpan? Span { get; init; }

    public string? Answer { get; init; }

    /// <summary>Why there is no answer.</summary>
    public string? Reason { get; init; }
}

/// <summary>Extraction alone: <c>POST /v1/extract</c> and <c>./judges extract</c>.</summary>
public static class ExtractionDoor
{
    /// <summary>The answer that a grading of the same response would read.</summary>
    public static ExtractedAnswer Extract(ExtractAnswer request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rules = GradingRules.Of(request.Policy);
        var answer = new ExtractedAnswer { Id = request.Id, Policy = rules.Name! };
        return AnswerExtractor.Extract(request.Response, rules.Scope, request.ReadThoughts) switch
        {
            null => answer with { Reason = MathDetail.NothingMarked },
            { Unclosed: true } box => answer with { Rule = Name(box.Rule), Span = new(box.Start, 0), Reason = MathDetail.NeverClosed },
            { } found => answer with { Rule = Name(found.Rule), Span = new(found.Start, found.Length), Answer = found.Of(request.Response).ToString() },
        };
    }

    /// <summary>One JSON line in, one out; a line that is no request gives an error line and false.</summary>
    public static (string Json, bool Readable) ExtractLine(string line, long number)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, ExtractionJson.Default.ExtractAnswer) is { } request)
                return (JsonSerializer.Serialize(Extract(request), ExtractionJson.Default.ExtractedAnswer), true);
            return (Unreadable("null is no request", number), false);
        }
        catch (JsonException fault)
        {
            return (Unreadable(RequestReader.Explain(fault), number), false);
        }
    }

    /// <summary>Maps <c>POST /v1/extract</c>: one request or an array of them.</summary>
    internal static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapOneOrMany("/v1/extract", ExtractionJson.Default.ExtractAnswer, ExtractionJson.Default.ExtractedAnswer, Extract, "Nothing was extracted")
            .WithTags("extract")
            .WithSummary("Find the answer that a response marks, without comparing it");

    private static string Name(ExtractionRule rule) => JsonNamingPolicy.CamelCase.ConvertName(rule.ToString());

    private static string Unreadable(string reason, long number) =>
        JsonSerializer.Serialize(new UnreadableLine($"line {number} was not read: {reason}", number), ExtractionJson.Default.UnreadableLine);
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.Strict, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ExtractAnswer))]
[JsonSerializable(typeof(ExtractedAnswer))]
[JsonSerializable(typeof(UnreadableLine))]
internal sealed partial class ExtractionJson : JsonSerializerContext;
