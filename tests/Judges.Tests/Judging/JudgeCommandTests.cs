using System.Text.Json;

namespace Judges.Tests.Judging;

public class JudgeCommandTests
{
    private const string Right = """{"id":"right","judge":"math","response":"so \\boxed{\\frac12}","answer":"0.5"}""";
    private const string Wrong = """{"id":"wrong","judge":"math","response":"so \\boxed{3}","answer":"0.5"}""";
    private const string WellFormed = """{"id":"format","judge":"format","response":"<think>a</think><answer>b</answer>"}""";

    private const string Sum = """
        {"id":"code","judge":"code","language":"python","response":"```python\ndef add(a, b):\n    return a + b\n```","tests":{"kind":"call","entryPoint":"add","cases":[{"args":[1,2],"expected":3}]}}
        """;

    [Fact]
    public async Task Mixed_requests_are_answered_in_their_order()
    {
        string[] kinds = [Sum, Right, WellFormed, Wrong];
        string[] ids = ["code", "right", "format", "wrong"];
        var requests = Enumerable.Range(0, 60).Select(i => kinds[i % 4].Trim().Replace("\"id\":\"", $"\"id\":\"{i}-", StringComparison.Ordinal));

        var ended = await JudgesProcess.Run(["judge", "--parallelism", "4"], string.Join('\n', requests));

        Assert.Equal((0, ""), (ended.ExitCode, ended.ExitCode == 0 ? "" : ended.Error));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"{i}-{ids[i % 4]}"), ended.Lines.Select(line => Text(line, "id")));
        Assert.Equal(Enumerable.Repeat("accepted", 3).Append("wrongAnswer"), ended.Lines.Take(4).Select(line => Text(line, "outcome")));
        Assert.Contains("60 judged", ended.Error, StringComparison.Ordinal);
        Assert.Contains("45 accepted, 15 wrongAnswer", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_line_gets_an_error_line_and_the_rest_is_judged()
    {
        var ended = await JudgesProcess.Run(["judge"], $"{Right}\nnonsense\n{{\"judge\":\"poetry\",\"response\":\"x\"}}\n{Wrong}\n");

        Assert.Equal(2, ended.ExitCode);
        Assert.Equal(4, ended.Lines.Length);
        Assert.Equal("accepted", Text(ended.Lines[0], "outcome"));
        Assert.Contains("line 2 was not judged", Text(ended.Lines[1], "error"), StringComparison.Ordinal);
        Assert.Contains("line 3 was not judged", Text(ended.Lines[2], "error"), StringComparison.Ordinal);
        Assert.Equal("wrongAnswer", Text(ended.Lines[3], "outcome"));
        Assert.Contains("judges: line 2 was not judged", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n")]
    public async Task Nothing_to_judge_is_no_error(string input)
    {
        var ended = await JudgesProcess.Run(["judge"], input);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Output));
    }

    [Fact]
    public async Task A_huge_line_is_judged()
    {
        var huge = $$"""{"judge":"math","response":"{{new string('x', 20_000_000)}} \\boxed{7}","answer":"7"}""";

        var ended = await JudgesProcess.Run(["judge"], huge + "\n" + Right);

        Assert.Equal(2, ended.Lines.Length);
        // A judge may cap what it reads: then it says so. It never passes what it did not read.
        Assert.Contains(Text(ended.Lines[0], "outcome"), (string[])["accepted", "malformed", "noAnswer", "judgeError"]);
        Assert.Equal("accepted", Text(ended.Lines[1], "outcome"));
    }

    [Fact]
    public async Task Files_take_the_place_of_the_streams()
    {
        var folder = Directory.CreateTempSubdirectory("judges-test-");
        try
        {
            var (input, output) = (Path.Combine(folder.FullName, "in.jsonl"), Path.Combine(folder.FullName, "out.jsonl"));
            await File.WriteAllTextAsync(input, Right + "\n" + Wrong, TestContext.Current.CancellationToken);

            var ended = await JudgesProcess.Run(["judge", "--input", input, "--output", output]);

            Assert.Equal((0, ""), (ended.ExitCode, ended.Output));
            var lines = await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken);
            Assert.Equal(["right", "wrong"], lines.Select(line => Text(line, "id")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_verdict_does_not_wait_for_the_next_request()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = JudgesProcess.Start(["judge"]);

        await process.StandardInput.WriteLineAsync(Right.AsMemory(), cancellationToken);
        await process.StandardInput.FlushAsync(cancellationToken);
        var verdict = await process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);

        Assert.Equal("right", Text(verdict!, "id"));
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task An_input_that_is_not_there_is_one_sentence()
    {
        var ended = await JudgesProcess.Run(["judge", "--input", "no-such-file.jsonl"]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Equal("judges: cannot read no-such-file.jsonl: there is no such file or folder\n", ended.Error);
    }

    private static string? Text(string line, string property)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.TryGetProperty(property, out var value) ? value.GetString() : null;
    }
}
