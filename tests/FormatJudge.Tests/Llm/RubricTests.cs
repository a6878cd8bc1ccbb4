using System.ComponentModel.DataAnnotations;
using Judges;
using Judges.Format.Llm;
using Judges.Format.Templates;
using static FormatJudge.Tests.Llm.StubLlm;

namespace FormatJudge.Tests.Llm;

public class RubricTests
{
    private const string Yes = "It names its sources.\nVERDICT: YES";
    private const string No = "It names none.\nVERDICT: NO\n";

    [Theory]
    [InlineData(Yes, Outcome.Accepted, 1)]
    [InlineData(No, Outcome.Malformed, 0)]
    public async Task A_rubric_holds_or_it_does_not(string answer, Outcome outcome, double reward)
    {
        await using var server = await Start(Says(answer));

        var verdict = await Grade(server, static options => options.Key = "secret");

        Assert.Equal((outcome, reward), (verdict.Outcome, verdict.Reward));
        var (key, body) = Assert.Single(server.Calls);
        Assert.Equal("Bearer secret", key);
        Assert.Equal(("judge-1", 0.0), ((string?)body["model"], (double)body["temperature"]!));
        Assert.Contains("names its sources", (string?)body["messages"]![1]!["content"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I would rather not say.")]
    [InlineData("VERDICT: YES and NO")]
    [InlineData("VERDICT: YES\nOr perhaps not.")]
    [InlineData("The response says \"VERDICT: YES\".")]
    public async Task An_evasive_model_is_no_fault_of_the_response(string answer)
    {
        await using var server = await Start(Says(answer));

        Refused(await Grade(server), "did not decide");
    }

    [Theory]
    [InlineData(401, "no key", 1)]
    [InlineData(500, "down", 3)]
    [InlineData(200, "not json", 3)]
    [InlineData(200, """{"choices":[]}""", 3)]
    public async Task A_failing_server_is_no_fault_of_the_response(int status, string body, int calls)
    {
        await using var server = await Start(Writes(status, body));

        Refused(await Grade(server), "the server");
        Assert.Equal(calls, server.Calls.Count);
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up()
    {
        await using var server = await Start(Hangs);

        Refused(await Grade(server, static options => (options.TimeoutSeconds, options.Retries) = (1, 0)), "within 1 s");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_no_fault_of_the_response()
    {
        var server = await Start(Says(Yes));
        var endpoint = server.Endpoint;
        await server.DisposeAsync();

        Refused(await Grade(Judge(new() { Endpoint = endpoint, Model = "judge-1", Retries = 0 })), "cannot be reached");
    }

    [Fact]
    public async Task A_call_that_fails_is_made_again()
    {
        await using var server = await Start(Writes(503, ""), Says("cut", "length"), Says(Yes));

        Assert.True((await Grade(server)).Passed);
        Assert.Equal(3, server.Calls.Count);
    }

    [Fact]
    public async Task The_majority_decides()
    {
        await using var server = await Start(Says(Yes), Says("hm"), Says(Yes));

        var verdict = await Grade(server, static options => options.Votes = 3);

        Assert.True(verdict.Passed);
        Assert.Equal((2, 0, 1), (Votes("yes"), Votes("no"), Votes("undecided")));
        Assert.Equal([0, 1, 2], server.Calls.Select(static call => (int)call.Body["seed"]!).Order());
        int Votes(string name) => verdict.Detail!.Value.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Without_a_majority_nothing_is_decided()
    {
        await using var server = await Start(Says(Yes), Says("hm"), Says(No));

        Refused(await Grade(server, static options => options.Votes = 3), "1 yes, 1 no, 1 without");
    }

    [Fact]
    public async Task The_same_content_is_asked_once_and_another_again()
    {
        await using var server = await Start(Says(Yes));
        var judge = Judge(new() { Endpoint = server.Endpoint, Model = "judge-1" });

        var verdicts = new[] { await Grade(judge), await Grade(judge), await Grade(judge, "another") };

        Assert.Equal(2, server.Calls.Count);
        Assert.Equal(verdicts[0].Detail!.Value.GetRawText(), verdicts[1].Detail!.Value.GetRawText());
    }

    [Fact]
    public async Task No_model_is_asked_unless_one_is_set() => Refused(await Grade(new Judges.Format.FormatJudge()), "none is set");

    [Theory]
    [InlineData("http://localhost/v1", null, 1, "both")]
    [InlineData("ftp://localhost", "m", 1, "http")]
    [InlineData("http://localhost/v1", "m", 2, "odd")]
    [InlineData("http://localhost/v1", "m", 99, "between 1 and 15")]
    public void Options_are_checked(string endpoint, string? model, int votes, string reason)
    {
        var options = new LlmOptions { Endpoint = new(endpoint), Model = model, Votes = votes };
        var defects = new List<ValidationResult>();

        Assert.False(Validator.TryValidateObject(options, new(options), defects, validateAllProperties: true));
        Assert.Contains(reason, defects[0].ErrorMessage, StringComparison.Ordinal);
    }

    private static void Refused(Verdict verdict, string reason)
    {
        Assert.Equal((Outcome.JudgeError, null), (verdict.Outcome, verdict.Reward));
        Assert.Contains(reason, verdict.Detail!.Value.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static Task<Verdict> Grade(StubLlm server, Action<LlmOptions>? change = null)
    {
        var options = new LlmOptions { Endpoint = server.Endpoint, Model = "judge-1" };
        change?.Invoke(options);
        return Grade(Judge(options));
    }

    private static Judges.Format.FormatJudge Judge(LlmOptions options) =>
        new(TemplateLibrary.BuiltIn, new RubricJudge(new LlmClient(new HttpClient(), options, TimeProvider.System), options));

    private static Task<Verdict> Grade(Judges.Format.FormatJudge judge, string response = "as Euclid shows") => judge.Grade(
        new GradeFormat { Response = response, Template = "llm", Rubric = "it names its sources", Prompt = "why?" }, TestContext.Current.CancellationToken).AsTask();
}
