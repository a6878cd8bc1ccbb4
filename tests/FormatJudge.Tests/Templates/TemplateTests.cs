using Judges;
using Judges.Format;
using Judges.Format.Templates;

namespace FormatJudge.Tests.Templates;

public class TemplateTests
{
    [Theory]
    [InlineData("<think>a</think>b", "none")]
    [InlineData("\n<think>a</think>\n\n<answer>b</answer>", "none")]
    [InlineData("<think>a</think>", "answerEmpty@16")]
    [InlineData("<think></think>b", "thoughtEmpty@7")]
    [InlineData("a</think>b", "thinkMissing@0")]
    [InlineData("<think>a", "thinkUnclosed@0")]
    [InlineData("<think>a</think> a", "answerCopied@16")]
    [InlineData("<think>a</think>b<think>", "thinkRepeated@17")]
    public void Think_only_takes_the_rest_of_the_text_as_the_answer(string response, string violation)
    {
        var verdict = Grading.Grade(response, template: "think-only");

        Assert.Equal(violation, verdict.Violation());
        Assert.Equal(violation == "none", verdict.Passed);
    }

    [Fact]
    public void An_unknown_template_is_no_fault_of_the_model()
    {
        var verdict = Grading.Grade("<think>a</think><answer>b</answer>", template: "haiku");

        Assert.Equal(Outcome.JudgeError, verdict.Outcome);
        Assert.Null(verdict.Reward);
        Assert.Equal(
            "unknown template `haiku`: there are multi-turn, reasoning-answer, think-answer, think-boxed, think-code, think-only, tool-call", verdict.Detail!.Value.GetProperty("reason").GetString());
    }

    [Fact]
    public void An_unknown_language_is_refused_rather_than_passed_over()
    {
        var verdict = Grading.Grade(new GradeFormat { Response = "<think>a</think><answer>b</answer>", Language = "xx" });

        Assert.Equal(Outcome.JudgeError, verdict.Outcome);
        Assert.Null(verdict.Reward);
        Assert.Contains("unknown language `xx`", verdict.Detail!.Value.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_gives_an_empty_response_nothing_and_names_its_checks_once() =>
        Assert.All(BuiltInTemplates.All.Values, template =>
        {
            var grading = FormatGrading.Of("", template);

            Assert.Equal(0, grading.Partial);
            Assert.Distinct(template.Checks.Select(check => check.Name));
        });
}
