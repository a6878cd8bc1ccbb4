using System.Text.Json;
using Judges;

namespace Hosting.Tests.Wire;

public class VerdictJsonTests
{
    [Fact]
    public void A_verdict_is_written_as_documented()
    {
        var verdict = FakeJudge.Give(Outcome.PartiallyCorrect, 0.5) with
        {
            Id = "m1",
            Detail = JsonElement.Parse("""{"a":1}"""),
            Timing = new Timing(1, 2, 3),
        };

        Assert.Equal(
            """{"id":"m1","judge":"math","outcome":"partiallyCorrect","passed":false,"reward":0.5,"detail":{"a":1},"timing":{"queueMs":1,"wallMs":2,"cpuMs":3},"judgeVersion":"1.2.3"}""",
            JsonSerializer.Serialize(verdict, JudgesJson.Default.Verdict));
    }

    [Fact]
    public void What_is_absent_is_not_written_but_the_reward_always_is()
    {
        Assert.Equal(
            """{"judge":"math","outcome":"judgeError","passed":false,"reward":null,"judgeVersion":"1.2.3"}""",
            JsonSerializer.Serialize(FakeJudge.Give(Outcome.JudgeError, null), JudgesJson.Default.Verdict));
    }

    [Fact]
    public void Outcomes_are_camel_case_and_round_trip()
    {
        Assert.All(Enum.GetValues<Outcome>(), outcome =>
        {
            var verdict = FakeJudge.Give(outcome, outcome is Outcome.JudgeError ? null : 1);

            var json = JsonSerializer.Serialize(verdict, JudgesJson.Default.Verdict);

            Assert.Contains($"\"outcome\":\"{char.ToLowerInvariant($"{outcome}"[0])}{$"{outcome}"[1..]}\"", json, StringComparison.Ordinal);
            Assert.Contains(outcome is Outcome.Accepted ? "\"passed\":true" : "\"passed\":false", json, StringComparison.Ordinal);
            Assert.Equal(verdict, JsonSerializer.Deserialize(json, JudgesJson.Default.Verdict));
        });
    }

    [Theory]
    [InlineData(Outcome.Accepted, 1.0, true)]
    [InlineData(Outcome.Accepted, 0.2, true)]
    [InlineData(Outcome.WrongAnswer, 0.0, true)]
    [InlineData(Outcome.Malformed, 0.9, true)]
    [InlineData(Outcome.JudgeError, null, true)]
    [InlineData(Outcome.JudgeError, 0.0, false)]
    [InlineData(Outcome.WrongAnswer, null, false)]
    [InlineData(Outcome.Accepted, null, false)]
    [InlineData(Outcome.Accepted, 0.0, false)]
    [InlineData(Outcome.Accepted, 1.01, false)]
    [InlineData(Outcome.WrongAnswer, -0.1, false)]
    [InlineData(Outcome.WrongAnswer, double.NaN, false)]
    [InlineData(Outcome.WrongAnswer, double.PositiveInfinity, false)]
    public void A_verdict_that_breaks_the_contract_says_so(Outcome outcome, double? reward, bool holds) =>
        Assert.Equal(holds, FakeJudge.Give(outcome, reward).Defect() is null);
}
