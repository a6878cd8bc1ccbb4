using System.Text.Json;

namespace Judges.Code;

/// <summary>Piston's addresses.</summary>
internal static class PistonEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v2/runtimes", static () => Results.Json(PistonDoor.Runtimes, PistonJson.Default.IReadOnlyListPistonRuntime)).WithTags("Piston");
        endpoints.MapPost("/api/v2/execute", Execute).WithTags("Piston").WithSummary("Run one program (Piston)");
    }

    private static async Task<IResult> Execute(HttpContext context, PistonDoor door)
    {
        if (context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is not true)
            return Refuse("requests must be of type application/json", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            var request = await JsonSerializer.DeserializeAsync(context.Request.Body, PistonJson.Default.PistonRequest, context.RequestAborted);
            if (request is null)
                return Refuse("the body must be an object", StatusCodes.Status400BadRequest);
            return door.Defect(request) is { } defect
                ? Refuse(defect, StatusCodes.Status400BadRequest)
                : Results.Json(await door.Execute(request, context.RequestAborted), PistonJson.Default.PistonResponse);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or GraderUnusableException)
        {
            return Refuse(unreadable.Message, StatusCodes.Status400BadRequest);
        }
        // Piston's own faults have no body, and its clients try them again.
        catch (Exception fault) when (fault is SandboxFaultException or SandboxUnavailableException or TimeoutException)
        {
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    private static IResult Refuse(string message, int status) => Results.Json(new PistonMessage(message), PistonJson.Default.PistonMessage, statusCode: status);
}
