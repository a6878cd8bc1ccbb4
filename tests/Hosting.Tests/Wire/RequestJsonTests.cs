using System.Text.Json;
using Judges;

namespace Hosting.Tests.Wire;

public class RequestJsonTests
{
    private const string Math = """{"judge":"math","answer":"0.5","credit":"exact","readThoughts":false,"id":"m1","response":"... so \\boxed{\\frac12}"}""";
    private const string Format =
        """{"judge":"format","template":"think-answer","language":"en","credit":"exact","id":"f1","response":"<think>...</think><answer>...</answer>"}""";

    private const string Code =
        """
        {"judge":"code","language":"python","extraction":"auto","tests":{"kind":"stdio","cases":[{"stdin":"1 2\n","stdout":"3\n"}],
        "checker":{"kind":"tokens","tolerance":1E-06}},"limits":{"cpuSeconds":5,"wallSeconds":5,"memoryMb":256,"outputKb":64,"processes":16},
        "reward":"allOrNothing","id":"c1","response":"```python\n...\n```"}
        """;

    private const string Call =
        """
        {"judge":"code","language":"python","extraction":"auto","tests":{"kind":"call","entryPoint":"Solution.twoSum","cases":[{"args":[[2,7],9],"expected":[0,1]}],"unordered":false},
        "limits":{"cpuSeconds":5,"wallSeconds":5,"memoryMb":256,"outputKb":64,"processes":16},"reward":"allOrNothing","response":"x"}
        """;

    [Theory]
    [InlineData(Math, typeof(GradeMath))]
    [InlineData(Format, typeof(GradeFormat))]
    [InlineData(Code, typeof(GradeCode))]
    [InlineData(Call, typeof(GradeCode))]
    public void The_documented_requests_round_trip(string json, Type type)
    {
        var request = JsonSerializer.Deserialize(json, JudgesJson.Default.GradeRequest);
        var written = JsonSerializer.SerializeToElement(request, JudgesJson.Default.GradeRequest);

        Assert.IsType(type, request);
        Assert.Null(request.Defect());
        using var expected = JsonDocument.Parse(json);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, written), written.GetRawText());
    }

    [Theory]
    [InlineData("""{"judge":"math","response":"a","answer":"b"}""")]
    [InlineData("""{"response":"a","judge":"math","answer":"b"}""")]
    [InlineData("""{"response":"a","answer":"b","judge":"math"}""")]
    public void The_judges_name_may_stand_anywhere(string json) =>
        Assert.Equal(new GradeMath { Response = "a", Answer = "b" }, JsonSerializer.Deserialize(json, JudgesJson.Default.GradeRequest));

    [Fact]
    public void Unknown_fields_are_ignored()
    {
        const string json = """{"judge":"math","response":"a","answer":"b","epoch":3,"meta":{"deep":[1,{}]}}""";

        Assert.Equal(new GradeMath { Response = "a", Answer = "b" }, JsonSerializer.Deserialize(json, JudgesJson.Default.GradeRequest));
    }

    [Fact]
    public void Absent_fields_have_their_documented_defaults()
    {
        var format = (GradeFormat)Read("""{"judge":"format","response":"a"}""");
        var code = (GradeCode)Read("""{"judge":"code","language":"python","response":"a","tests":{"kind":"stdio","cases":[{"stdin":"","stdout":""}]}}""");
        var limited = (GradeCode)Read(
            """{"judge":"code","language":"python","response":"a","tests":{"kind":"call","entryPoint":"f","cases":[]},"limits":{"memoryMb":64}}""");

        Assert.Equal(new GradeFormat { Response = "a", Template = "think-answer", Credit = FormatCredit.Exact }, format);
        Assert.Equal(new Limits(), code.Limits);
        Assert.Equal(new Checker { Kind = CheckerKind.Tokens, Tolerance = 1e-6 }, Assert.IsType<StdioTests>(code.Tests).Checker);
        Assert.Equal(CodeReward.AllOrNothing, code.Reward);
        Assert.Equal(new Limits { MemoryMb = 64, CpuSeconds = 5 }, limited.Limits);
        Assert.Null(code.Defect());
    }

    [Fact]
    public void A_group_on_the_bus_round_trips()
    {
        var command = new GradeMathRollouts { Run = "r", Group = 7, Rollouts = [new(0, Guarded.Request()), new(3, Guarded.Request("6"))] };

        var json = JsonSerializer.Serialize(command, JudgesJson.Default.GradeMathRollouts);
        var read = JsonSerializer.Deserialize(json, JudgesJson.Default.GradeMathRollouts)!;

        Assert.Equal(command.Rollouts, read.Rollouts);
        Assert.Equal((command.Run, command.Group), (read.Run, read.Group));
    }

    private static GradeRequest Read(string json) => JsonSerializer.Deserialize(json, JudgesJson.Default.GradeRequest)!;
}
