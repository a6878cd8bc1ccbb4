using Docker.DotNet;
using Docker.DotNet.Models;
using Judges;
using Judges.Code;

namespace CodeJudge.Tests;

/// <summary>Boxes and engines that die in the middle of a run: nobody's verdict changes. Alone, because the engine is everybody's.</summary>
[CollectionDefinition(nameof(LossTests), DisableParallelization = true)]
[Collection(nameof(LossTests))]
public sealed class LossTests : IAsyncDisposable
{
    private readonly CodeJudgeOptions _options = new() { Boxes = 1, CacheEntries = 0, FirstUserId = 0x4800_0000 };
    private readonly PrivateDocker _engine;
    private readonly SandboxPool _pool;
    private readonly Judges.Code.CodeJudge _judge;

    public LossTests()
    {
        _engine = new PrivateDocker(_options);
        _pool = new SandboxPool(_engine, _options);
        _judge = new Judges.Code.CodeJudge(_pool, _options, TimeProvider.System);
    }

    private static GradeCode Slow => Ask.Call("import time\ndef f():\n    time.sleep(3)\n    return 1", "f", ("[]", "1"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_container_that_is_killed_in_the_middle_of_a_run_costs_no_verdict()
    {
        Assert.True((await _judge.Grade(Slow, Token)).Passed);

        var grading = _judge.Grade(Slow, Token).AsTask();
        await Task.Delay(500, Token);
        Assert.False(grading.IsCompleted);
        await KillOurs();

        var verdict = await grading;
        Assert.True(verdict.Passed, verdict.Detail.ToString());
    }

    [Fact]
    public async Task An_engine_that_goes_in_the_middle_of_a_run_is_our_fault_and_judging_goes_on_when_it_is_back()
    {
        Assert.True((await _judge.Grade(Slow, Token)).Passed);

        var grading = _judge.Grade(Slow, Token).AsTask();
        await Task.Delay(500, Token);
        await DockerDaemon.Stop();
        try
        {
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => grading);
            Assert.True(fault is SandboxFaultException or SandboxUnavailableException, fault.ToString());
        }
        finally
        {
            await new DockerDaemon().InitializeAsync();
        }
        Assert.True((await _judge.Grade(Slow, Token)).Passed);
    }

    [Fact]
    public async Task An_image_that_is_not_there_says_how_to_build_it()
    {
        var options = new CodeJudgeOptions { Boxes = 1, ImagePrefix = "judges-test/no-such-" };
        using var engine = new PrivateDocker(options);

        var fault = await Assert.ThrowsAsync<SandboxUnavailableException>(() => engine.Start(0, BoxImages.Python, Token));

        Assert.Contains("./judges images", fault.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        _engine.Dispose();
    }

    private async Task KillOurs()
    {
        using var configuration = new DockerClientConfiguration(_options.DockerEndpoint);
        using var docker = configuration.CreateClient();
        foreach (var container in await docker.Containers.ListContainersAsync(new ContainersListParameters(), Token))
        {
            // Other tests' boxes are alive too: ours is the one whose users begin where ours do.
            if (container.Command.Contains($"\"uid\":{_options.FirstUserId}", StringComparison.Ordinal)
                || (await docker.Containers.InspectContainerAsync(container.ID, Token)).Args.Any(argument => argument.Contains($"\"uid\":{_options.FirstUserId}", StringComparison.Ordinal)))
            {
                await docker.Containers.KillContainerAsync(container.ID, new ContainerKillParameters { Signal = "SIGKILL" }, Token);
            }
        }
    }
}
