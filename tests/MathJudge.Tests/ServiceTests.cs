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

    [Theory]
    [InlineData("""{"id":"e1","response":"so the answer is 5."}""", """{"id":"e1","rule":"announced","policy":"default","span":{"start":17,"length":1},"answer":"5"}""")]
    [InlineData("""[{"response":"5","policy":"mathVerify"}]""", """[{"rule":"wholeResponse","policy":"mathVerify","span":{"start":0,"length":1},"answer":"5"}]""")]
    [InlineData("""{"response":"<think>\\boxed{1}</think>","readThoughts":true}""", """{"rule":"boxed","policy":"default","span":{"start":14,"length":1},"answer":"1"}""")]
    public async Task It_extracts_without_comparing(string request, string answer)
    {
        using var content = new StringContent(request, System.Text.Encoding.UTF8, "application/json");
        using var response = await _service.CreateClient().PostAsync(new Uri("/v1/extract", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"response":"5","policy":"none"}""")]
    public async Task What_cannot_be_extracted_from_is_refused_with_a_reason(string request)
    {
        using var content = new StringContent(request, System.Text.Encoding.UTF8, "application/json");
        using var response = await _service.CreateClient().PostAsync(new Uri("/v1/extract", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    public void Dispose() => _service.Dispose();
}
