using System.Net;
using System.Text.Json;
using Judges;
using MassTransit;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FormatJudge.Tests;

/// <summary>The service as its Program composes it, on the in-memory bus.</summary>
public sealed class ServiceTests : IDisposable
{
    private readonly WebApplicationFactory<Judges.Format.FormatJudge> _service = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_judges_over_http_with_the_default_template()
    {
        using var response = await _service.CreateClient().PostAsJsonAsync(
            "/v1/judge/format", new { id = "f1", response = "<think>a</think><answer>b</answer>" }, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var verdict = JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(Token), JudgesJson.Default.Verdict)!;
        Assert.Equal(("f1", "format", Outcome.Accepted, 1.0), (verdict.Id, verdict.Judge, verdict.Outcome, verdict.Reward));
    }

    [Fact]
    public async Task It_judges_a_group_from_its_queue()
    {
        using var scope = _service.Services.CreateScope();
        var client = scope.ServiceProvider.GetRequiredService<IClientFactory>()
            .CreateRequestClient<GradeFormatRollouts>(new Uri($"queue:{JudgeNames.Queue(JudgeNames.Format)}"));

        var answer = await client.GetResponse<RolloutsGraded>(
            new GradeFormatRollouts
            {
                Run = "r",
                Group = 1,
                Rollouts =
                [
                    new(0, new GradeFormat { Response = "<think>a</think>", Credit = FormatCredit.Checks }),
                    new(1, new GradeFormat { Response = "<think>a</think>", Language = "xx" }),
                ],
            },
            Token);

        Assert.Equal([Outcome.Malformed, Outcome.JudgeError], answer.Message.Verdicts.Select(rollout => rollout.Verdict.Outcome));
        Assert.Equal([0.9 * 4 / 11, null], answer.Message.Verdicts.Select(rollout => rollout.Verdict.Reward));
    }

    public void Dispose() => _service.Dispose();
}
