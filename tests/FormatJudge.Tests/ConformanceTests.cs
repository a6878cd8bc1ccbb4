using Judges.Format.Conformance;

namespace FormatJudge.Tests;

public class ConformanceTests(ITestOutputHelper output)
{
    public static TheoryData<string> Goals { get; } = [.. ConformanceGoals.All.Select(static goal => goal.Name)];

    [Theory]
    [MemberData(nameof(Goals))]
    public void A_goal_holds_on_the_shared_data(string name)
    {
        var result = ConformanceGoals.All.Single(goal => goal.Name == name).Measure(SharedData.Language(""));

        output.WriteLine(string.Join('\n', [result.Summary, .. result.Lines]));
        Assert.True(result.Holds, string.Join('\n', [result.Summary, .. result.Lines.Take(20)]));
    }
}
