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

    [Fact]
    public async Task It_judges_many_and_lines_over_http()
    {
        const string right = """{"response":"<think>a</think><answer>b</answer>"}""";
        const string wrong = """{"response":"b"}""";

        using var many = await _service.CreateClient().PostAsync("/v1/judge/format", new StringContent($"[{right},{wrong}]", null, "application/json"), Token);
        using var lines = await _service.CreateClient().PostAsync("/v1/judge/format", new StringContent($"{right}\n{wrong}\n", null, "application/x-ndjson"), Token);

        var verdicts = JsonSerializer.Deserialize(await many.Content.ReadAsStringAsync(Token), JudgesJson.Of<IReadOnlyList<Verdict>>())!;
        Assert.Equal([Outcome.Accepted, Outcome.Malformed], verdicts.Select(static verdict => verdict.Outcome));
        Assert.Equal(
            [Outcome.Accepted, Outcome.Malformed],
            (await lines.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => JsonSerializer.Deserialize(line, JudgesJson.Default.Verdict)!.Outcome));
    }

    [Theory]
    [InlineData("""{"unit":"words","responses":["a b","a b c d","a b c"],"correct":[true,true,false]}""", "0.5,-0.5,0")]
    [InlineData("""{"unit":"tokens","tokens":[10,30],"correct":[true,false]}""", "0.5,-0.5")]
    public async Task It_rewards_a_group_by_relative_length(string group, string scores)
    {
        using var response = await _service.CreateClient().PostAsync("/v1/judge/format/group-length", new StringContent(group, null, "application/json"), Token);

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal(scores, string.Join(',', answer.GetProperty("scores").EnumerateArray().Select(static score => score.GetRawText())));
        Assert.All(answer.GetProperty("rewards").EnumerateArray(), static reward => Assert.InRange(reward.GetDouble(), 0, 1));
    }

    [Theory]
    [InlineData("""{"unit":"pages","responses":["a"],"correct":[true]}""", "`unit`")]
    [InlineData("""{"unit":"words","responses":["a"],"correct":[true,false]}""", "one value for each")]
    [InlineData("""{"unit":"tokens","responses":["a"],"correct":[true]}""", "`tokens`")]
    [InlineData("""{"unit":"words","responses":[],"correct":[]}""", "1 to 4096")]
    [InlineData("""{"unit":"words","responses":[null],"correct":[true]}""", "")]
    [InlineData("""{""", "")]
    public async Task It_refuses_a_group_that_cannot_be_compared(string group, string reason)
    {
        using var response = await _service.CreateClient().PostAsync("/v1/judge/format/group-length", new StringContent(group, null, "application/json"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    public void Dispose() => _service.Dispose();
}
