using Judges;

namespace FormatJudge.Tests;

public class PartialCreditTests
{
    // What a policy learns to write, one step after the other: each step earns more than the one before.
    private static readonly string[] Ladder =
    [
        "gibberish",
        "<think> gibberish",
        "<think>a</think>",
        "<think>a</think><answer>",
        "<think>a</think><answer>b</answer> tail",
        "<think>a</think><answer>b</answer>",
    ];

    private static readonly string[] Pieces = ["a", "b", " ", "<think>", "</think>", "<answer>", "</answer>", "<Think>"];

    [Fact]
    public void Each_step_towards_the_structure_earns_more()
    {
        var rewards = Ladder.Select(response => Grading.Grade(response, FormatCredit.Checks).Reward!.Value).ToArray();

        Assert.Equal(0, rewards[0]);
        Assert.All(rewards.Zip(rewards[1..]), step => Assert.True(step.First < step.Second, string.Join(' ', rewards)));
        Assert.True(rewards[^2] <= 0.9);
        Assert.Equal(1, rewards[^1]);
    }

    [Theory]
    [InlineData("<think><answer></think>b</answer>", "thoughtNotEmpty", "answerNotEmpty", "answerDiffersFromThought")]
    [InlineData("<think>a<answer></think></answer>", "thoughtNotEmpty", "answerNotEmpty", "answerDiffersFromThought")]
    [InlineData("<think></think><answer>b</answer>", "thoughtNotEmpty", "answerDiffersFromThought")]
    [InlineData("<think>a</think><answer>\n</answer>", "answerNotEmpty", "answerDiffersFromThought")]
    public void A_block_that_is_hollow_or_tangled_does_not_count_as_full(string response, params string[] failing)
    {
        var verdict = Grading.Grade(response, FormatCredit.Checks);

        Assert.Empty(verdict.Holding().Intersect(failing));
        Assert.True(verdict.Reward <= 0.9 * 9 / 11);
    }

    [Fact]
    public void A_response_that_was_cut_off_is_never_right_and_one_that_ended_is_judged_as_before()
    {
        var request = new GradeFormat { Response = Ladder[^1], Credit = FormatCredit.Checks };

        var cut = Grading.Grade(request with { FinishReason = FinishReason.Length });
        var ended = Grading.Grade(request with { FinishReason = FinishReason.Stop });

        Assert.Equal((Outcome.Malformed, $"truncated@{Ladder[^1].Length}"), (cut.Outcome, cut.Violation()));
        Assert.Equal(0.9 * 11 / 12, cut.Reward!.Value, 1e-12);
        Assert.Equal((Outcome.Accepted, 1), (ended.Outcome, ended.Reward));
        Assert.Contains("ended", ended.Holding());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("The answer is 5.")]
    [InlineData("<Think>a</Think><Answer>b</Answer>")]
    [InlineData("&lt;think&gt;a&lt;/think&gt;")]
    public void Nothing_of_the_structure_earns_nothing(string response)
    {
        var verdict = Grading.Grade(response, FormatCredit.Checks);

        Assert.Equal(0, verdict.Reward);
        Assert.Empty(verdict.Holding());
    }

    [Fact]
    public void Under_the_default_credit_a_near_success_earns_nothing_and_says_what_it_would_have_earned()
    {
        var verdict = Grading.Grade("<think>a</think><answer>b</answer> tail");

        Assert.Equal(0, verdict.Reward);
        Assert.Equal(0.9 * 9 / 11, verdict.Detail!.Value.GetProperty("partial").GetDouble(), 1e-12);
        Assert.DoesNotContain("nothingOutside", verdict.Holding());
    }

    [Fact]
    public void Random_arrangements_of_tags_pass_exactly_when_the_grammar_holds()
    {
        const int seed = 20260712;
        // An independent reading of the grammar; slow and obvious.
        var grammar = new System.Text.RegularExpressions.Regex(
            @"^\s*<think>((?:(?!</?(?:think|answer)>)[\s\S])*)</think>\s*<answer>((?:(?!</?(?:think|answer)>)[\s\S])*)</answer>\s*$");
        var random = new Random(seed);
        var accepted = 0;
        for (var i = 0; i < 10_000; i++)
        {
            // Half of them start from the right structure, so that the right ones are not too rare to test.
            var parts = random.Next(2) == 0
                ? Enumerable.Range(0, random.Next(10)).Select(_ => Any(random))
                : ["<think>", Filler(random), "</think>", Filler(random), "<answer>", Filler(random), "</answer>", Filler(random)];
            var response = string.Concat(parts);
            var match = grammar.Match(response);
            var (thought, answer) = (match.Groups[1].Value.Trim(), match.Groups[2].Value.Trim());
            var expected = match.Success && thought.Length > 0 && answer.Length > 0 && thought != answer;

            var verdict = Grading.Grade(response, FormatCredit.Checks);

            Assert.True(expected == verdict.Passed, $"seed {seed}: {response}");
            Assert.True(verdict.Passed ? verdict.Reward == 1 : verdict.Reward is >= 0 and <= 0.9, $"seed {seed}: {response}");
            accepted += expected ? 1 : 0;
        }
        Assert.InRange(accepted, 100, 4_000);
    }

    private static string Any(Random random) => Pieces[random.Next(Pieces.Length)];

    private static string Filler(Random random) => random.Next(8) == 0 ? Any(random) : Pieces[random.Next(3)];
}
