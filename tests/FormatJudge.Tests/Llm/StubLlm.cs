using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FormatJudge.Tests.Llm;

/// <summary>A server that speaks OpenAI's protocol over real HTTP on a port of its own and says what a test wants.</summary>
internal sealed class StubLlm : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<Func<HttpContext, Task>> _answers;

    private StubLlm(IEnumerable<Func<HttpContext, Task>> answers)
    {
        _answers = new(answers);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", (Delegate)Answer);
    }

    public ConcurrentQueue<(string? Key, JsonNode Body)> Calls { get; } = [];

    public Uri Endpoint => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1");

    /// <summary>Starts; each call gets the next answer, the last one again and again.</summary>
    public static async Task<StubLlm> Start(params Func<HttpContext, Task>[] answers)
    {
        var stub = new StubLlm(answers);
        await stub._app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public static Func<HttpContext, Task> Says(string text, string finish = "stop") => context => context.Response.WriteAsJsonAsync(new
    {
        id = "c1",
        @object = "chat.completion",
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = finish } },
        usage = new { prompt_tokens = 1, completion_tokens = 1 },
    });

    public static Func<HttpContext, Task> Writes(int status, string body) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    public static Func<HttpContext, Task> Hangs { get; } = static async context =>
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up, as it should.
        }
    };

    private async Task Answer(HttpContext context)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonNode>(context.Request.Body, cancellationToken: context.RequestAborted);
        Func<HttpContext, Task> answer;
        lock (_answers)
        {
            Calls.Enqueue((context.Request.Headers.Authorization.ToString(), body!));
            answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        }
        await answer(context);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
