using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Judges.Training.Commands;
using Judges.Training.Runs;

namespace Trainer.Tests.Runs;

/// <summary>Whole runs through the command line, with real judges on the in-memory bus, only small.</summary>
public sealed class RunTests : IDisposable
{
    private const string Small = """
        name: small
        seed: 5
        steps: 4
        model: { hidden: 16, layers: 2, heads: 2, denseIntermediate: 32, expertIntermediate: 8, experts: 4 }
        tasks: [{ name: reverse-digits, prompts: 2 }, { name: python-function, prompts: 2 }]
        rubric: { format: 0.3, math: 0.7, code: 0.7 }
        sampling: { groupSize: 4, maxTokens: 8 }
        learning: { decay: constant }
        evaluation: { problems: 6, samples: 4 }
        checkpoint: { every: 2 }
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("judges-run-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_run_leaves_metrics_a_checkpoint_a_summary_and_a_self_contained_report()
    {
        var (exit, output, error) = await Train("a", Small);

        Assert.Equal((0, ""), (exit, error));
        var directory = new RunDirectory(Path.Combine(_root, "a"));
        var steps = directory.ReadMetrics(int.MaxValue);
        Assert.Equal([1, 2, 3, 4], steps.Select(step => step.Step));
        Assert.All(steps, step => Assert.Equal(2 * 4 * 2 + 2 * 4 * 2, step.Verdicts));
        Assert.All(steps, step => Assert.Equal(["code", "format", "math"], step.RewardByJudge.Keys.Order()));
        using var summary = JsonDocument.Parse(await File.ReadAllTextAsync(directory.Summary, TestContext.Current.CancellationToken));
        Assert.Equal(4, summary.RootElement.GetProperty("steps").GetInt32());
        Assert.Equal(4 * 16, summary.RootElement.GetProperty("rollouts").GetInt32());
        Assert.Equal(0, summary.RootElement.GetProperty("judgeErrors").GetInt32());
        Assert.Equal(4, summary.RootElement.GetProperty("samplesAfter").GetArrayLength());
        var report = await File.ReadAllTextAsync(directory.Report, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("http", report, StringComparison.Ordinal);
        Assert.Contains("<svg", report, StringComparison.Ordinal);
        Assert.Contains("held out, greedy, untrained", output, StringComparison.Ordinal);
        Assert.Contains("step    4/4", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resumed_run_takes_the_same_steps_as_one_that_was_never_interrupted()
    {
        await Train("whole", Small);
        await Train("parts", Small, "--steps", "2");
        var (exit, _, error) = await Run("train", "--resume", Path.Combine(_root, "parts"), "--steps", "4", "--plain");

        Assert.Equal((0, ""), (exit, error));
        Assert.Equal(Untimed("whole"), Untimed("parts"));
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(_root, "whole", "checkpoint", "model.safetensors"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(Path.Combine(_root, "parts", "checkpoint", "model.safetensors"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_seed_takes_other_steps()
    {
        await Train("one", Small);
        await Train("two", Small, "--seed", "6");

        Assert.NotEqual(Untimed("one"), Untimed("two"));
    }

    [Theory]
    [InlineData("no such file.yaml", "there is no recipe at")]
    [InlineData("--resume=nowhere", "there is no run directory")]
    public async Task What_is_not_there_is_named(string argument, string reason)
    {
        var (exit, _, error) = await Run("train", argument);

        Assert.Equal(1, exit);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_checkpoint_cannot_be_resumed_and_says_so()
    {
        Directory.CreateDirectory(Path.Combine(_root, "bare"));
        await File.WriteAllTextAsync(Path.Combine(_root, "bare", "recipe.yaml"), Small, TestContext.Current.CancellationToken);

        var (exit, _, error) = await Run("train", "--resume", Path.Combine(_root, "bare"));

        Assert.Equal(1, exit);
        Assert.Contains("no checkpoint", error, StringComparison.Ordinal);
    }

    // The steps as they were recorded, but for the time that they took.
    private List<string> Untimed(string name) => [.. File.ReadLines(new RunDirectory(Path.Combine(_root, name)).Metrics).Select(static line =>
    {
        var step = JsonNode.Parse(line)!.AsObject();
        foreach (var timed in (string[])["seconds", "tokensPerSecond", "verdictsPerSecond"])
            Assert.True(step.Remove(timed));
        return step.ToJsonString();
    })];

    private async Task<(int Exit, string Output, string Error)> Train(string name, string recipe, params string[] options)
    {
        var path = Path.Combine(_root, name + ".yaml");
        await File.WriteAllTextAsync(path, recipe, TestContext.Current.CancellationToken);
        return await Run(["train", path, "--out", Path.Combine(_root, name), "--plain", .. options]);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { TrainCommand.Create() };
        var exit = await root.Parse(arguments).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
