using Judges;
using Judges.Format;
using Judges.Format.Templates;

namespace FormatJudge.Tests.Templates;

public class TemplateFileTests
{
    private const string Yaml = """
        # The house's own.
        plan-do:
          between: text
          blocks:
            - name: plan
              tag: plan
            - {name: deed, tag: do, min: 1, max: 3}
        """;

    [Theory]
    [InlineData(Yaml)]
    [InlineData("""{"plan-do":{"between":"text","blocks":[{"name":"plan","tag":"plan"},{"name":"deed","tag":"do","max":3}]}}""")]
    public void Templates_come_from_yaml_and_json(string text)
    {
        var judge = new Judges.Format.FormatJudge(new TemplateLibrary(TemplateFile.Parse(text)));

        Assert.True(Passes(judge, "<plan>a</plan> and <do>b</do><do>c</do>"));
        Assert.False(Passes(judge, "<plan>a</plan> and"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a: [", "line ")]
    [InlineData("think-answer: {blocks: [{name: a, tag: a}]}", "built in")]
    [InlineData("mine: {blocks: [{name: a, tag: a, colour: red}]}", "no member `colour`")]
    [InlineData("mine:\n  blocks: []\nmine:\n  blocks: []", "duplicate key mine")]
    public void A_file_that_holds_no_templates_says_why(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<TemplateException>(() => TemplateFile.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_host_whose_templates_cannot_be_used_does_not_start()
    {
        var file = Path.Combine(Path.GetTempPath(), $"templates-{Guid.NewGuid():N}.yaml");
        File.WriteAllText(file, "mine: {blocks: []}");
        var validator = new FormatJudgeOptionsValidator();

        Assert.Contains("1 to 16 blocks", validator.Validate(null, new() { TemplateFile = file }).FailureMessage, StringComparison.Ordinal);
        Assert.Contains("no-such-file", validator.Validate(null, new() { TemplateFile = "no-such-file" }).FailureMessage, StringComparison.Ordinal);
        Assert.True(validator.Validate(null, new()).Succeeded);
        File.Delete(file);
    }

    private static bool Passes(Judges.Format.FormatJudge judge, string response) =>
        judge.Grade(new GradeFormat { Response = response, Template = "plan-do" }, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult().Passed;
}
