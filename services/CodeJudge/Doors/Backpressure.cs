using Microsoft.AspNetCore.Http.HttpResults;

namespace Judges.Code;

/// <summary>Refuses what would only wait, while so many wait that the caller had better hold it back: 503, and when to ask again.</summary>
internal static class Backpressure
{
    private const string RetryAfterSeconds = "5";

    public static IEndpointConventionBuilder RefuseWhenCrowded(this IEndpointConventionBuilder door, SandboxPool pool, CodeJudgeOptions options) =>
        door.AddEndpointFilter(async (context, next) =>
        {
            if (!pool.IsCrowded)
                return await next(context);
            context.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Crowded(options);
        });

    private static ProblemHttpResult Crowded(CodeJudgeOptions options) => TypedResults.Problem(
        $"{options.MostWaiting} submissions wait for one of {options.BoxCount} boxes: ask again later, or raise CodeJudge__Boxes or CodeJudge__MostWaiting",
        statusCode: StatusCodes.Status503ServiceUnavailable, title: "The request was not judged");
}
