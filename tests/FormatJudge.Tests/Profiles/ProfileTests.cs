using System.Text.Json;
using Judges;
using Judges.Format.Profiles;

namespace FormatJudge.Tests.Profiles;

/// <summary>Our own cases, each worked out by hand from the peer's formula.</summary>
public class ProfileTests
{
    private const string Lines = "<think>\na\n</think>\n<answer>\nb\n</answer>";
    private const string Inline = "<think>a</think><answer>b</answer>";

    [Theory]
    [InlineData("open-r1/format", Lines, 1)]
    [InlineData("open-r1/format", Lines + "\nwhatever", 1)]
    [InlineData("open-r1/format", Lines + " whatever", 0)]
    [InlineData("open-r1/format", Inline, 0)]
    [InlineData("open-r1/tag-count", Lines, 1)]
    [InlineData("open-r1/tag-count", Inline, 0)]
    [InlineData("open-r1/reasoning-steps", "1. x\n2. y\n- z", 2 / 3.0)]
    [InlineData("open-r1/code-format", "<think>\na\n</think>\n<answer>\n```python\nb\n```\n</answer>", 1)]
    [InlineData("open-r1/cosine", "x", 1)]
    [InlineData("open-r1/repetition", "a b a b", -0.0)]
    [InlineData("open-r1/repetition", "a a a a", -0.5)]
    [InlineData("trl/think-format", "<think></think>", 1)]
    [InlineData("trl/think-format", "<think>a</think></think>", 1)]
    [InlineData("trl/think-format", "<think>a<think></think>", 0)]
    [InlineData("trl/think-format", " <think>a</think>", 0)]
    [InlineData("trl/think-format-pr7141", "I never wrote </think>", 1)]
    [InlineData("trl/think-format-pr7141", "x<think></think>", 0)]
    [InlineData("trl/reasoning-accuracy", "</think>nothing boxed", 0)]
    [InlineData("verifiers/think-format", "<think>a</think>b", 1)]
    [InlineData("verifiers/think-format", "<think>a</think> ", 0)]
    [InlineData("verifiers/xml-format", "", 0.2)]
    [InlineData("verifiers/xml-format", Inline, 1)]
    [InlineData("verifiers/xml-format", "<think>", 0.4)]
    [InlineData("reward-kit/format", Lines + "\n", 1)]
    [InlineData("reward-kit/format", Lines + "\nmore", 0)]
    [InlineData("reward-kit/reasoning-steps", "Step 1: a\nStep 2: b", 2 / 3.0)]
    [InlineData("reward-kit/sequence", "first then finally", 1)]
    [InlineData("reward-kit/repetition", "a a a a", 0.75)]
    [InlineData("reward-kit/diversity", "a a a", 0.2 / 3 + 0.15 + 0.5)]
    [InlineData("reward-kit/length", "one two", 0.98)]
    [InlineData("nemo/format", "</answer><answer></answer>", 0.75)]
    [InlineData("nemo/format", "</answer><answer>", 0)]
    [InlineData("ms-swift/format", Inline, 1)]
    [InlineData("ms-swift/format", Inline + "\n", 0)]
    [InlineData("ms-swift/react", "<think>a</think>Action: b Action Input: c", 1)]
    [InlineData("easy-r1/format", Inline, 1)]
    [InlineData("verl/geo3k-format", @"<think>a</think>\boxed{b} c", 1)]
    [InlineData("verl/geo3k-format", @"<think>\boxed{b}</think>", 0)]
    [InlineData("logic-rl/structure", "x" + Inline + "y", 1)]
    [InlineData("logic-rl/structure", Inline + "<think>", -1)]
    [InlineData("simple-rl/format", "<answer>b</answer><think>a</think>", 1)]
    [InlineData("simple-rl/format", "<answer> </answer><think>a</think>", 0)]
    [InlineData("search-r1/sequence", "<think>a</think><search>b</search><information>c</information><think>d</think><answer>e</answer>", 1)]
    [InlineData("search-r1/sequence", "<think>a</think><search>b</search><answer>e</answer>", 0)]
    [InlineData("torchforge/thinking", "< THINK >a</ think >", 1)]
    [InlineData("torchforge/thinking", "</think>", 0.2)]
    [InlineData("tool-rl/format", "<think>a</think>", 1)]
    [InlineData("gist/strict-format", Lines + "\n", 0.5)]
    [InlineData("gist/strict-format", "<think>\na\na\n</think>\n<answer>\nb\n</answer>\n", 0)]
    [InlineData("gist/soft-format", Inline, 0.5)]
    [InlineData("gist/count-xml", Lines + "\n", 0.5)]
    public void A_profile_gives_its_peers_score(string profile, string response, double score)
    {
        var ours = ((IScoreProfile)FormatProfiles.All[profile]).Score(new(response, ProfileParams.None));

        Assert.Equal(score, ours!.Value, 1e-9);
    }

    [Theory]
    [InlineData("open-r1/soft-overlong", 12288, 0)]
    [InlineData("open-r1/soft-overlong", 14336, -0.5)]
    [InlineData("trl/soft-overlong", 99999, -1)]
    [InlineData("verl/dapo-overlong", 20480 + 4096, -2)]
    public void An_overlong_profile_counts_the_callers_tokens(string profile, int tokens, double score) =>
        Assert.Equal(score, ((IScoreProfile)FormatProfiles.All[profile]).Score(new("", ProfileParams.None) { Tokens = tokens })!.Value, 1e-9);

    [Fact]
    public void A_request_names_a_profile_and_gets_the_peers_score_beside_a_reward_between_0_and_1()
    {
        var verdict = Grade("""{"judge":"format","response":"a a a a","profile":"open-r1/repetition","params":{"ngram_size":2,"max_penalty":-0.5}}""");

        Assert.Equal(Outcome.Malformed, verdict.Outcome);
        Assert.Equal(1 / 3.0, verdict.Reward!.Value, 1e-9);
        Assert.Equal(-1 / 3.0, verdict.Detail!.Value.GetProperty("score").GetDouble(), 1e-9);
        Assert.Null(verdict.Defect());
    }

    [Fact]
    public void A_parser_gives_what_it_extracts()
    {
        var verdict = Grade("""{"judge":"format","response":"<think>a</think> b","profile":"verifiers/think-parse"}""");

        Assert.Equal((Outcome.Accepted, 1), (verdict.Outcome, verdict.Reward));
        Assert.Equal("b", verdict.Detail!.Value.GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("""{"judge":"format","response":"a","profile":"haiku"}""", "unknown profile")]
    [InlineData("""{"judge":"format","response":"a","profile":"trl/soft-overlong"}""", "`tokens`")]
    [InlineData("""{"judge":"format","response":"a","profile":"trl/cosine","tokens":3}""", "does not score")]
    [InlineData("""{"judge":"format","response":"a","profile":"open-r1/repetition","params":{"ngram_size":0}}""", "`ngram_size`")]
    [InlineData("""{"judge":"format","response":"a","profile":"open-r1/code-format","params":{"language":"c++"}}""", "`language`")]
    [InlineData("""{"judge":"format","response":"a","profile":"open-r1/len"}""", "`group`")]
    [InlineData("""{"judge":"format","response":"a","profile":"open-r1/len","params":{"group":["a"],"correct":[true,false]}}""", "one length")]
    public void A_mistake_in_the_request_is_no_fault_of_the_model(string request, string reason)
    {
        var verdict = Grade(request);

        Assert.Equal((Outcome.JudgeError, null), (verdict.Outcome, verdict.Reward));
        Assert.Contains(reason, verdict.Detail!.Value.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_profile_reads_hostile_text_in_linear_time()
    {
        foreach (var piece in new[] { "<think>", "<think>\n", "</think>", "<think></think>", "<answer>", "< think >", "```", "a ", "\n-", "Step 1" })
        {
            var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
            foreach (var profile in FormatProfiles.All.Keys)
                Assert.Null(Grading.Grade(new GradeFormat { Response = text, Profile = profile, Tokens = 5, TokenIds = [1, 2] }).Defect());
        }
    }

    private static Verdict Grade(string request) => Grading.Grade(JsonSerializer.Deserialize(request, JudgesJson.Default.GradeFormat)!);
}
