namespace MathJudge.Tests.Reports;

/// <summary>Every disagreement with a recorded label has been looked at; where the label is right, the judge never accepts.</summary>
public class DisagreementTests
{
    public static TheoryData<string> Sets => [.. Disagreement.Sets.Select(static set => set.Name)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_disagreement_is_adjudicated_and_none_is_a_false_positive(string name)
    {
        var folder = Path.GetDirectoryName(SharedData.Math("model_outputs.jsonl.gz"))!;

        var rows = Disagreement.Sets.Single(set => set.Name == name).Judge(folder).ToList();

        var found = rows.Select(static row => row.Found).OfType<Disagreement>().ToList();
        Assert.All(found, static row => Assert.NotNull(Adjudication.Of(row)));
        Assert.DoesNotContain(found, static row => !row.Label && Adjudication.Of(row)!.Right is "label");
        if (name.StartsWith("reference", StringComparison.Ordinal))
            Assert.True(found.Count <= rows.Sum(static row => row.Judged) * 0.001);
    }
}
