using System.Net;
using System.Text.Json;
using Judges;

namespace FormatJudge.Tests;

public sealed class ServiceTests : IDisposable
{
    private readonly JudgeService<Judges.Format.FormatJudge> _service = new(JudgeNames.Format);

    [Fact]
    public async Task It_judges_over_http_with_the_default_template()
    {
        var verdict = await _service.Judge("""{"id":"f1","response":"<think>a</think><answer>b</answer>"}""");

        Assert.Equal(("f1", "format", Outcome.Accepted, 1.0), (verdict.Id, verdict.Judge, verdict.Outcome, verdict.Reward));
    }

    [Fact]
    public async Task It_judges_a_group_from_its_queue()
    {
        var verdicts = await _service.JudgeFromQueue(new GradeFormatRollouts
        {
            Run = "r",
            Group = 1,
            Rollouts =
            [
                new(0, new GradeFormat { Response = "<think>a</think>", Credit = FormatCredit.Checks }),
                new(1, new GradeFormat { Response = "<think>a</think>", Language = "xx" }),
            ],
        });

        Assert.Equal([Outcome.Malformed, Outcome.JudgeError], verdicts.Select(static verdict => verdict.Outcome));
        Assert.Equal([0.9 * 4 / 11, null], verdicts.Select(static verdict => verdict.Reward));
    }

    [Fact]
    public async Task It_judges_many_and_lines_over_http()
    {
        const string right = """{"response":"<think>a</think><answer>b</answer>"}""";
        const string wrong = """{"response":"b"}""";

        var (_, many) = await _service.Post("/v1/judge/format", $"[{right},{wrong}]");
        var (_, lines) = await _service.Post("/v1/judge/format", $"{right}\n{wrong}\n", "application/x-ndjson");

        var verdicts = JsonSerializer.Deserialize(many, JudgesJson.Of<IReadOnlyList<Verdict>>())!;
        Assert.Equal([Outcome.Accepted, Outcome.Malformed], verdicts.Select(static verdict => verdict.Outcome));
        Assert.Equal(
            [Outcome.Accepted, Outcome.Malformed],
            lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize(line, JudgesJson.Default.Verdict)!.Outcome));
    }

    [Theory]
    [InlineData("""{"unit":"words","responses":["a b","a b c d","a b c"],"correct":[true,true,false]}""", "0.5,-0.5,0")]
    [InlineData("""{"unit":"tokens","tokens":[10,30],"correct":[true,false]}""", "0.5,-0.5")]
    public async Task It_rewards_a_group_by_relative_length(string group, string scores)
    {
        var (_, body) = await _service.Post("/v1/judge/format/group-length", group);

        var answer = JsonElement.Parse(body);
        Assert.Equal(scores, string.Join(',', answer.GetProperty("scores").EnumerateArray().Select(static score => score.GetRawText())));
        Assert.All(answer.GetProperty("rewards").EnumerateArray(), static reward => Assert.InRange(reward.GetDouble(), 0, 1));
    }

    [Fact]
    public async Task It_rewards_many_groups_in_order()
    {
        var (_, body) = await _service.Post("/v1/judge/format/group-length", """[{"unit":"tokens","tokens":[1],"correct":[true]},{"unit":"tokens","tokens":[1,2],"correct":[true,true]}]""");

        Assert.Equal(["[1]", "[1,2]"], JsonElement.Parse(body).EnumerateArray().Select(static group => group.GetProperty("lengths").GetRawText()));
    }

    [Theory]
    [InlineData("""[{"unit":"tokens","tokens":[1],"correct":[true]},{"unit":"tokens","tokens":[1],"correct":[]}]""", "1 to 4096")]
    [InlineData("""null""", "null is no request")]
    [InlineData("""{"unit":"pages","responses":["a"],"correct":[true]}""", "`unit`")]
    [InlineData("""{"unit":"words","responses":["a"],"correct":[true,false]}""", "one value for each")]
    [InlineData("""{"unit":"tokens","responses":["a"],"correct":[true]}""", "`tokens`")]
    [InlineData("""{"unit":"words","responses":[],"correct":[]}""", "1 to 4096")]
    [InlineData("""{"unit":"words","responses":[null],"correct":[true]}""", "")]
    [InlineData("""{""", "")]
    public async Task It_refuses_a_group_that_cannot_be_compared(string group, string reason)
    {
        var (status, body) = await _service.Post("/v1/judge/format/group-length", group);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(reason, body, StringComparison.Ordinal);
    }

    public void Dispose() => _service.Dispose();
}
