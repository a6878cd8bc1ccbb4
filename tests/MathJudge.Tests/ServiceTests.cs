using System.Net;
using Judges;

namespace MathJudge.Tests;

public sealed class ServiceTests : IDisposable
{
    private readonly JudgeService<Judges.Mathematics.MathJudge> _service = new(JudgeNames.Math);

    [Fact]
    public async Task It_judges_over_http()
    {
        var verdict = await _service.Judge("""{"id":"m1","response":"so \\boxed{\\frac12}","answer":"0.5"}""");

        Assert.Equal(("m1", "math", Outcome.Accepted, 1.0), (verdict.Id, verdict.Judge, verdict.Outcome, verdict.Reward));
        Assert.Matches(@"^\d+\.\d+\.\d+$", verdict.JudgeVersion);
    }

    [Fact]
    public async Task It_refuses_a_gold_that_the_credit_cannot_compare()
    {
        var (status, _) = await _service.Post("/v1/judge/math", """{"response":"\\boxed{1}","answer":"0.5","credit":"digits"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task It_judges_a_group_from_its_queue()
    {
        var verdicts = await _service.JudgeFromQueue(new GradeMathRollouts
        {
            Run = "r",
            Group = 1,
            Rollouts =
            [
                new(0, new GradeMath { Response = @"\boxed{1934}", Answer = "1234", Credit = MathCredit.Digits }),
                new(1, new GradeMath { Response = "no idea", Answer = "1234" }),
            ],
        });

        Assert.Equal([Outcome.PartiallyCorrect, Outcome.NoAnswer], verdicts.Select(static verdict => verdict.Outcome));
        Assert.Equal(0.8, verdicts[0].Reward!.Value, 12);
    }

    [Theory]
    [InlineData("""{"id":"e1","response":"so the answer is 5."}""", """{"id":"e1","rule":"announced","policy":"default","span":{"start":17,"length":1},"answer":"5"}""")]
    [InlineData("""[{"response":"5","policy":"mathVerify"}]""", """[{"rule":"wholeResponse","policy":"mathVerify","span":{"start":0,"length":1},"answer":"5"}]""")]
    [InlineData("""{"response":"<think>\\boxed{1}</think>","readThoughts":true}""", """{"rule":"boxed","policy":"default","span":{"start":14,"length":1},"answer":"1"}""")]
    public async Task It_extracts_without_comparing(string request, string answer)
    {
        var (status, body) = await _service.Post("/v1/extract", request);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(answer, body);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"response":"5","policy":"none"}""")]
    public async Task What_cannot_be_extracted_from_is_refused_with_a_reason(string request)
    {
        var (status, _) = await _service.Post("/v1/extract", request);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    public void Dispose() => _service.Dispose();
}
