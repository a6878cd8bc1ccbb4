namespace Judges.Tests;

public class CommandLineTests
{
    private static string Script => Path.Combine(JudgesProcess.Repository, "judges");

    [Fact]
    public async Task The_entry_script_lists_its_commands()
    {
        var ended = await JudgesProcess.Run(["--help"], program: Script);

        Assert.Equal(0, ended.ExitCode);
        foreach (var command in (string[])["demo", "test", "serve", "judge", "eval", "train", "doctor", "bench"])
            Assert.Contains($"\n  {command} ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_entry_script_refuses_what_it_does_not_know()
    {
        var ended = await JudgesProcess.Run(["paint"], program: Script);

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("there is no command 'paint'", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("judge", "--parallelism", "0", "--parallelism must be from 1 to 1024")]
    [InlineData("judge", "--parallelism", "many", "many")]
    [InlineData("eval", "x.jsonl", "--k=0", "--k takes whole numbers")]
    [InlineData("serve", "poetry", "--urls=http://localhost:0", "'poetry'")]
    [InlineData("serve", "--bus", "pigeon", "'pigeon'")]
    [InlineData("serve", "--wait", "0", "--wait must be from 1 to 3600 seconds")]
    public async Task A_wrong_option_is_named(string command, string option, string value, string said)
    {
        var ended = await JudgesProcess.Run([command, option, value]);

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output.Trim()));
        Assert.Contains(said, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("judge")]
    [InlineData("eval")]
    [InlineData("serve")]
    [InlineData("doctor")]
    public async Task Each_command_explains_itself(string command)
    {
        var ended = await JudgesProcess.Run([command, "--help"]);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains($"./judges {command}", ended.Output, StringComparison.Ordinal);
    }
}
