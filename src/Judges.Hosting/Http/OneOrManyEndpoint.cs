using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Judges.Hosting;

/// <summary>The HTTP door to what is no judging: one JSON request or an array of them, answered in order or refused as a whole with the reason.</summary>
public static class OneOrManyEndpoint
{
    /// <param name="endpoints">Where it is mapped.</param>
    /// <param name="path">What is posted to.</param>
    /// <param name="request">How a request is read.</param>
    /// <param name="answer">How an answer is written.</param>
    /// <param name="work">Answers a request, or throws <see cref="JsonException"/> with the reason why it cannot be answered.</param>
    /// <param name="refusal">The title of a refusal.</param>
    public static RouteHandlerBuilder MapOneOrMany<TRequest, TAnswer>(
        this IEndpointRouteBuilder endpoints, string path, JsonTypeInfo<TRequest> request, JsonTypeInfo<TAnswer> answer,
        Func<TRequest, TAnswer> work, string refusal)
        where TRequest : class =>
        endpoints.MapPost(path, (Delegate)(Task<IResult> (HttpContext context) => Answer(
                context,
                element => JsonSerializer.Serialize(work(element.Deserialize(request) ?? throw new JsonException("null is no request")), answer),
                refusal)))
            .Accepts<TRequest>("application/json")
            .Produces<TAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Answer(HttpContext context, Func<JsonElement, string> answer, string refusal)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var json = body.RootElement.ValueKind is JsonValueKind.Array
                ? $"[{string.Join(',', body.RootElement.EnumerateArray().Select(answer))}]"
                : answer(body.RootElement);
            return TypedResults.Text(json, "application/json", Encoding.UTF8);
        }
        catch (JsonException fault)
        {
            return TypedResults.Problem(RequestReader.Explain(fault), statusCode: StatusCodes.Status400BadRequest, title: refusal);
        }
    }
}
