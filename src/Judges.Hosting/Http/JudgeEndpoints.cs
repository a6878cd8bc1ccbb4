using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Judges.Hosting;

/// <summary>The HTTP door: one request, a JSON array of them, or a stream of JSON lines, answered in order.</summary>
public static class JudgeEndpoints
{
    public const string JsonLines = "application/x-ndjson";

    /// <summary>Maps <c>POST /v1/judge/{name}</c> for one judge.</summary>
    public static IEndpointConventionBuilder MapJudge<TRequest>(this IEndpointRouteBuilder endpoints, string name)
        where TRequest : GradeRequest =>
        Map(endpoints, $"/v1/judge/{name}", JudgesJson.Of<TRequest>(),
            static context => context.RequestServices.GetRequiredService<GuardedJudge<TRequest>>().Grade)
            .WithSummary($"Judge one or many completions with the {name} judge");

    /// <summary>Maps <c>POST /v1/judge</c>: each request names its judge.</summary>
    public static IEndpointConventionBuilder MapJudgePanel(this IEndpointRouteBuilder endpoints) =>
        Map<GradeRequest>(endpoints, "/v1/judge", JudgesJson.Default.GradeRequest,
            static context => context.RequestServices.GetRequiredService<JudgePanel>().Grade)
            .WithSummary("Judge one or many completions; `judge` names which judge is asked");

    private static RouteHandlerBuilder Map<TRequest>(
        IEndpointRouteBuilder endpoints, string path, JsonTypeInfo<TRequest> type,
        Func<HttpContext, Func<TRequest, CancellationToken, ValueTask<Verdict>>> judge)
        where TRequest : GradeRequest =>
        endpoints.MapPost(path, (Delegate)(Task<IResult> (HttpContext context) => Judge(context, type, judge(context))))
            .Accepts<TRequest>("application/json", JsonLines)
            .Produces<Verdict>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithTags("judge");

    private static async Task<IResult> Judge<TRequest>(
        HttpContext context, JsonTypeInfo<TRequest> type, Func<TRequest, CancellationToken, ValueTask<Verdict>> grade)
        where TRequest : GradeRequest
    {
        var cancellationToken = context.RequestAborted;
        if (context.Request.ContentType?.StartsWith(JsonLines, StringComparison.OrdinalIgnoreCase) is true)
            return await Stream(context, type, grade, cancellationToken);
        JsonDocument body;
        try
        {
            body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException fault)
        {
            return Refuse(RequestReader.Explain(fault));
        }
        using (body)
        {
            return body.RootElement.ValueKind is JsonValueKind.Array
                ? await Many(body.RootElement, type, grade, cancellationToken)
                : await One(body.RootElement, type, grade, cancellationToken);
        }
    }

    private static async Task<IResult> One<TRequest>(
        JsonElement body, JsonTypeInfo<TRequest> type, Func<TRequest, CancellationToken, ValueTask<Verdict>> grade, CancellationToken cancellationToken)
        where TRequest : GradeRequest
    {
        if (!RequestReader.TryRead(body.GetRawText(), type, out var request, out var reason))
            return Refuse(reason);
        try
        {
            return Results.Json(await grade(request, cancellationToken), JudgesJson.Default.Verdict);
        }
        catch (JudgeNotHostedException missing)
        {
            return Refuse(missing.Message);
        }
    }

    private static async Task<IResult> Many<TRequest>(
        JsonElement body, JsonTypeInfo<TRequest> type, Func<TRequest, CancellationToken, ValueTask<Verdict>> grade, CancellationToken cancellationToken)
        where TRequest : GradeRequest
    {
        var requests = new List<TRequest>(body.GetArrayLength());
        foreach (var element in body.EnumerateArray())
        {
            // A batch is judged whole or refused whole: the caller must be able to match verdicts to requests by position.
            if (!RequestReader.TryRead(element.GetRawText(), type, out var request, out var reason))
                return Refuse($"request {requests.Count} of the batch: {reason}");
            requests.Add(request);
        }
        try
        {
            var verdicts = await Task.WhenAll(requests.Select(request => grade(request, cancellationToken).AsTask()));
            return Results.Json<IReadOnlyList<Verdict>>(verdicts, JudgesJson.Of<IReadOnlyList<Verdict>>());
        }
        catch (JudgeNotHostedException missing)
        {
            return Refuse(missing.Message);
        }
    }

    private static async Task<IResult> Stream<TRequest>(
        HttpContext context, JsonTypeInfo<TRequest> type, Func<TRequest, CancellationToken, ValueTask<Verdict>> grade, CancellationToken cancellationToken)
        where TRequest : GradeRequest
    {
        context.Response.ContentType = JsonLines;
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        await foreach (var line in LineGrading.Grade(reader.ReadLines(cancellationToken), type, grade, 2 * Environment.ProcessorCount, cancellationToken))
            await context.Response.WriteAsync(line.Json + "\n", cancellationToken);
        return Results.Empty;
    }

    private static ProblemHttpResult Refuse(string reason) =>
        TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest, title: "The request was not judged");
}
