using System.Text.Json;

namespace Judges.Code;

/// <summary>SandboxFusion's addresses.</summary>
internal static class FusionEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/v1/ping", static () => Results.Json("pong")).WithTags("SandboxFusion");
        endpoints.MapPost("/run_code", RunCode).WithTags("SandboxFusion").WithSummary("Run one program (SandboxFusion)");
        endpoints.MapPost("/submit", Submit).WithTags("SandboxFusion").WithSummary("Judge one completion against the stdio tests in `config.provided_data` (SandboxFusion)");
    }

    private static async Task<IResult> RunCode(HttpContext context, FusionDoor door)
    {
        var (request, refusal) = await Read(context, FusionJson.Default.FusionRequest);
        if (request is null || (refusal = FusionDoor.Defect(request)) is not null)
            return Refuse(refusal!);
        try
        {
            return Results.Json(await door.Run(request, context.RequestAborted), FusionJson.Default.FusionResponse);
        }
        catch (FormatException)
        {
            return Refuse(FusionDoor.Refusal("files", "Contents should be base64", "value_error"));
        }
        // The one answer that clients try again.
        catch (TimeoutException late)
        {
            return Results.Problem(late.Message, statusCode: StatusCodes.Status504GatewayTimeout);
        }
    }

    private static async Task<IResult> Submit(HttpContext context, FusionDoor door)
    {
        var (submission, refusal) = await Read(context, FusionJson.Default.FusionSubmission);
        if (submission is null)
            return Refuse(refusal!);
        if (submission.Completion is null)
            return Refuse(FusionDoor.Refusal("completion", "Field required", "missing"));
        if (FusionDoor.Cases(submission.Config?.ProvidedData) is not { } cases)
            return Refuse(FusionDoor.Refusal("config", "This server holds no datasets: `provided_data.test` should hold stdio tests", "value_error"));
        if (DoorRules.Find(submission.Config?.Language ?? "python") is not { } language)
            return Refuse(FusionDoor.Refusal("config", "No such language", "enum"));
        try
        {
            return Results.Json(await door.Submit(submission, cases, language, context.RequestAborted), FusionJson.Default.FusionVerdict);
        }
        catch (TimeoutException late)
        {
            return Results.Problem(late.Message, statusCode: StatusCodes.Status504GatewayTimeout);
        }
    }

    private static async Task<(T? Body, FusionRefusal? Refusal)> Read<T>(HttpContext context, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) is { } body
                ? (body, null)
                : (null, FusionDoor.Refusal("body", "Input should be an object", "model_type"));
        }
        catch (JsonException fault)
        {
            return (null, FusionDoor.Refusal("body", $"JSON decode error: {fault.Message}", "json_invalid"));
        }
    }

    private static IResult Refuse(FusionRefusal refusal) => Results.Json(refusal, FusionJson.Default.FusionRefusal, statusCode: StatusCodes.Status422UnprocessableEntity);
}
