using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges.Format.Llm;

/// <summary>Asks a chat completion of an OpenAI-compatible server, again where it failed in a way that may pass.</summary>
internal sealed class LlmClient(HttpClient http, LlmOptions options, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private readonly Uri _address = new(options.Endpoint!.AbsoluteUri.TrimEnd('/') + "/chat/completions");

    /// <summary>The text of the answer.</summary>
    /// <exception cref="LlmException">There is none.</exception>
    public async Task<string> Ask(IReadOnlyList<LlmMessage> messages, int seed, CancellationToken cancellationToken)
    {
        var request = new LlmRequest(options.Model!, messages, options.Votes == 1 ? 0 : 0.7, seed);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await AskOnce(request, cancellationToken);
            }
            catch (LlmException fault) when (fault.MayPass && attempt < options.Retries)
            {
                await Task.Delay(FirstPause * Math.Pow(2, attempt), time, cancellationToken);
            }
        }
    }

    private async Task<string> AskOnce(LlmRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = JsonContent.Create(request, LlmJson.Default.LlmRequest) };
            if (!string.IsNullOrEmpty(options.Key))
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
            using var response = await http.SendAsync(message, either.Token);
            if (!response.IsSuccessStatusCode)
                throw new LlmException($"the server answered {(int)response.StatusCode}", IsPassing(response.StatusCode));
            var answer = await response.Content.ReadFromJsonAsync(LlmJson.Default.LlmResponse, either.Token);
            return answer?.Choices is [{ FinishReason: not "length", Message.Content: { Length: > 0 } text }, ..]
                ? text
                : throw new LlmException("the server's answer holds no finished text", mayPass: true);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new LlmException($"the server did not answer within {options.TimeoutSeconds} s", mayPass: true);
        }
        catch (HttpRequestException fault)
        {
            throw new LlmException($"the server cannot be reached: {fault.Message}", mayPass: true);
        }
        catch (JsonException)
        {
            throw new LlmException("the server's answer is no chat completion", mayPass: true);
        }
    }

    private static bool IsPassing(HttpStatusCode status) => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}

/// <summary>The language model could not be heard: a fault of ours, never of the response that it was to judge.</summary>
internal sealed class LlmException(string message, bool mayPass) : Exception(message)
{
    public bool MayPass => mayPass;
}

internal sealed record LlmMessage(string Role, string? Content);

internal sealed record LlmRequest(string Model, IReadOnlyList<LlmMessage> Messages, double Temperature, int Seed);

internal sealed record LlmResponse(IReadOnlyList<LlmChoice>? Choices);

internal sealed record LlmChoice(LlmMessage? Message, string? FinishReason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LlmRequest))]
[JsonSerializable(typeof(LlmResponse))]
internal sealed partial class LlmJson : JsonSerializerContext;
