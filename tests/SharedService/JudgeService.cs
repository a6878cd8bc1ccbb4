using System.Net;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Judges.Tests.Shared;

/// <summary>A judge's service as its Program composes it, on the in-memory bus.</summary>
/// <typeparam name="TJudge">A public type of the service.</typeparam>
/// <param name="judge">The judge's name on the wire.</param>
public sealed class JudgeService<TJudge>(string judge) : WebApplicationFactory<TJudge>
    where TJudge : class
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<(HttpStatusCode Status, string Body)> Post(string path, string body, string type = "application/json")
    {
        using var client = CreateClient();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    /// <summary>One request over HTTP, which must get a verdict.</summary>
    public async Task<Verdict> Judge(string request)
    {
        var (status, body) = await Post($"/v1/judge/{judge}", request);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonSerializer.Deserialize(body, JudgesJson.Default.Verdict)!;
    }

    /// <summary>A group sent to the judge's queue.</summary>
    public async Task<IReadOnlyList<Verdict>> JudgeFromQueue<TRollouts>(TRollouts group)
        where TRollouts : class
    {
        using var scope = Services.CreateScope();
        var client = scope.ServiceProvider.GetRequiredService<IClientFactory>().CreateRequestClient<TRollouts>(new Uri($"queue:{JudgeNames.Queue(judge)}"));
        var answer = await client.GetResponse<RolloutsGraded>(group, Token);
        return [.. answer.Message.Verdicts.Select(static rollout => rollout.Verdict)];
    }
}
