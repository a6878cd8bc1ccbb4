using System.Net;
using System.Text.Json;
using Judges;
using MassTransit;
using Microsoft.AspNetCore.Mvc.Testing;

namespace MathJudge.Tests;

/// <summary>The service as its Program composes it, on the in-memory bus.</summary>
public sealed class ServiceTests : IDisposable
{
    private readonly WebApplicationFactory<Judges.Mathematics.MathJudge> _service = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_judges_over_http()
    {
        using var response = await _service.CreateClient().PostAsJsonAsync(
            "/v1/judge/math", new { id = "m1", response = @"so \boxed{\frac12}", answer = "0.5" }, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var verdict = JsonSerializer.Deserialize(await response.Content.ReadAsStringAsync(Token), JudgesJson.Default.Verdict)!;
        Assert.Equal(("m1", "math", Outcome.Accepted, 1.0), (verdict.Id, verdict.Judge, verdict.Outcome, verdict.Reward));
        Assert.Matches(@"^\d+\.\d+\.\d+$", verdict.JudgeVersion);
    }

    [Fact]
    public async Task It_refuses_a_gold_that_the_credit_cannot_compare()
    {
        using var response = await _service.CreateClient().PostAsJsonAsync(
            "/v1/judge/math", new { response = @"\boxed{1}", answer = "0.5", credit = "digits" }, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task It_judges_a_group_from_its_queue()
    {
        using var scope = _service.Services.CreateScope();
        var client = scope.ServiceProvider.GetRequiredService<IClientFactory>()
            .CreateRequestClient<GradeMathRollouts>(new Uri($"queue:{JudgeNames.Queue(JudgeNames.Math)}"));

        var answer = await client.GetResponse<RolloutsGraded>(
            new GradeMathRollouts
            {
                Run = "r",
                Group = 1,
                Rollouts =
                [
                    new(0, new GradeMath { Response = @"\boxed{1934}", Answer = "1234", Credit = MathCredit.Digits }),
                    new(1, new GradeMath { Response = "no idea", Answer = "1234" }),
                ],
            },
            Token);

        Assert.Equal([Outcome.PartiallyCorrect, Outcome.NoAnswer], answer.Message.Verdicts.Select(rollout => rollout.Verdict.Outcome));
        Assert.Equal(0.8, answer.Message.Verdicts[0].Verdict.Reward!.Value, 12);
    }

    public void Dispose() => _service.Dispose();
}
