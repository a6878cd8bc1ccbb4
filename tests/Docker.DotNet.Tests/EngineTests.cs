using System.Formats.Tar;
using System.Text;
using Docker.DotNet.Models;

namespace Docker.DotNet.Tests;

/// <summary>The client against a real engine. Its images are made of two files, so nothing is downloaded.</summary>
public sealed class EngineTests(DockerDaemon daemon) : IClassFixture<DockerDaemon>, IAsyncLifetime
{
    private const string Repository = "judges-test/busybox";
    private const string Image = Repository + ":latest";
    private const string Label = "judges-test";

    private DockerClient? _client;

    private DockerClient Client => _client ??= new DockerClientConfiguration(daemon.Endpoint).CreateClient();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists("/bin/busybox"))
            Assert.Skip("busybox is missing: apt-get install -y --no-install-recommends busybox-static");
        if ((await Client.Images.ListImagesAsync(new ImagesListParameters(), Token)).Any(static image => image.RepoTags?.Contains(Image) == true))
            return;
        using var files = Tar(("bin/busybox", await File.ReadAllBytesAsync("/bin/busybox", Token)));
        await Client.Images.CreateImageAsync(new ImagesCreateParameters { Repo = Repository, Tag = "latest" }, files, null, new Progress<JSONMessage>(), Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is null)
            return;
        var filters = new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [Label] = true } };
        foreach (var left in await _client.Containers.ListContainersAsync(new ContainersListParameters { All = true, Filters = filters }, Token))
            await _client.Containers.RemoveContainerAsync(left.ID, new ContainerRemoveParameters { Force = true }, Token);
        _client.Dispose();
    }

    [Fact]
    public async Task The_engine_says_what_it_is()
    {
        await Client.System.PingAsync(Token);

        Assert.NotEmpty((await Client.System.GetVersionAsync(Token)).APIVersion);
        var info = await Client.System.GetSystemInfoAsync(Token);
        Assert.Equal(Environment.ProcessorCount, info.NCPU);
        Assert.Contains("runc", info.Runtimes.Keys);
    }

    [Fact]
    public async Task A_container_lives_from_create_to_remove()
    {
        var id = await Create("echo out; echo err >&2; exit 3");

        Assert.True(await Client.Containers.StartContainerAsync(id, new ContainerStartParameters(), Token));
        Assert.Equal(3, (await Client.Containers.WaitContainerAsync(id, Token)).StatusCode);
        var state = (await Client.Containers.InspectContainerAsync(id, Token)).State;
        Assert.False(state.Running);
        Assert.Equal(3, state.ExitCode);
        await Client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters(), Token);
        await Assert.ThrowsAsync<DockerContainerNotFoundException>(() => Client.Containers.InspectContainerAsync(id, Token));
    }

    [Fact]
    public async Task Attached_streams_carry_all_bytes_both_ways_and_end()
    {
        var id = await Create("busybox cat; echo done >&2");
        using var stream = await Client.Containers.AttachContainerAsync(
            id, tty: false, new ContainerAttachParameters { Stream = true, Stdin = true, Stdout = true, Stderr = true }, Token);
        await Client.Containers.StartContainerAsync(id, new ContainerStartParameters(), Token);
        var sent = new byte[3_000_000];
        new Random(1).NextBytes(sent);

        using MemoryStream output = new(), errors = new();
        var reading = stream.CopyOutputToAsync(Stream.Null, output, errors, Token);
        await stream.WriteAsync(sent, 0, sent.Length, Token);
        stream.CloseWrite();
        await reading;

        Assert.Equal(sent, output.ToArray());
        Assert.Equal("done\n", Encoding.UTF8.GetString(errors.ToArray()));
    }

    [Fact]
    public async Task A_program_runs_beside_a_containers_own()
    {
        var id = await Create("busybox sleep 60");
        await Client.Containers.StartContainerAsync(id, new ContainerStartParameters(), Token);
        var exec = await Client.Exec.ExecCreateContainerAsync(
            id, new ContainerExecCreateParameters { Cmd = ["/bin/busybox", "sh", "-c", "read x; echo got $x; exit 4"], AttachStdin = true, AttachStdout = true }, Token);
        using var stream = await Client.Exec.StartAndAttachContainerExecAsync(exec.ID, tty: false, Token);
        var line = "hello\n"u8.ToArray();
        await stream.WriteAsync(line, 0, line.Length, Token);

        var (output, _) = await stream.ReadOutputToEndAsync(Token);

        Assert.Equal("got hello\n", output);
        Assert.Equal(4, (await Client.Exec.InspectContainerExecAsync(exec.ID, Token)).ExitCode);
    }

    [Fact]
    public async Task Limits_of_a_running_container_change_and_its_figures_are_told()
    {
        var id = await Create("busybox sleep 60");
        await Client.Containers.StartContainerAsync(id, new ContainerStartParameters(), Token);

        await Client.Containers.UpdateContainerAsync(id, new ContainerUpdateParameters { Memory = 64 << 20, MemorySwap = 64 << 20, PidsLimit = 7 }, Token);

        var host = (await Client.Containers.InspectContainerAsync(id, Token)).HostConfig;
        Assert.Equal((64L << 20, 7L), (host.Memory, host.PidsLimit));
        List<ContainerStatsResponse> figures = [];
        await Client.Containers.GetContainerStatsAsync(
            id, new ContainerStatsParameters { Stream = false, OneShot = true }, new Immediately<ContainerStatsResponse>(figures.Add), Token);
        Assert.Equal(64ul << 20, Assert.Single(figures).MemoryStats.Limit);
        await Client.Containers.KillContainerAsync(id, new ContainerKillParameters { Signal = "SIGKILL" }, Token);
        Assert.Equal(137, (await Client.Containers.WaitContainerAsync(id, Token)).StatusCode);
    }

    [Fact]
    public async Task An_image_is_built_and_a_build_that_fails_says_why()
    {
        List<JSONMessage> said = [];
        using (var context = Tar(("Dockerfile", Encoding.UTF8.GetBytes($"FROM {Image}\nARG WORD\nENV SAID=$WORD\n"))))
            await Build(context, "judges-test/built", said);

        var image = await Client.Images.InspectImageAsync("judges-test/built", Token);
        Assert.Contains("SAID=hello", image.Config.Env);
        Assert.Contains(await Client.Images.ListImagesAsync(new ImagesListParameters(), Token), found => found.ID == image.ID);
        await Client.Images.DeleteImageAsync("judges-test/built", new ImageDeleteParameters(), Token);
        await Assert.ThrowsAsync<DockerImageNotFoundException>(() => Client.Images.InspectImageAsync("judges-test/built", Token));
        using (var context = Tar(("Dockerfile", Encoding.UTF8.GetBytes($"FROM {Image}\nRUN [\"/bin/busybox\", \"false\"]\n"))))
            await Build(context, "judges-test/never", said);
        Assert.Contains(said, static message => message.ErrorMessage is not null);
    }

    [Fact]
    public async Task What_the_engine_refuses_is_an_exception_with_its_words()
    {
        var fault = await Assert.ThrowsAsync<DockerImageNotFoundException>(
            () => Client.Containers.CreateContainerAsync(new CreateContainerParameters { Image = "judges-test/no-such-image" }, Token));

        Assert.Contains("No such image", fault.ResponseBody, StringComparison.Ordinal);
    }

    private Task Build(Stream context, string tag, List<JSONMessage> said) => Client.Images.BuildImageFromDockerfileAsync(
        new ImageBuildParameters { Tags = [tag], BuildArgs = new Dictionary<string, string> { ["WORD"] = "hello" }, NetworkMode = "none" }, context, null, null,
        new Immediately<JSONMessage>(said.Add), Token);

    private async Task<string> Create(string script) => (await Client.Containers.CreateContainerAsync(
        new CreateContainerParameters
        {
            Image = Image,
            Cmd = ["/bin/busybox", "sh", "-c", script],
            Labels = new Dictionary<string, string> { [Label] = "" },
            OpenStdin = true,
            StdinOnce = true,
            AttachStdin = true,
            AttachStdout = true,
            AttachStderr = true,
            HostConfig = new HostConfig { NetworkMode = "none" },
        },
        Token)).ID;

    private static MemoryStream Tar(params (string Name, byte[] Content)[] files)
    {
        var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (name, content) in files)
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
                {
                    DataStream = new MemoryStream(content),
                    Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                });
        }
        stream.Position = 0;
        return stream;
    }

    /// <summary>Unlike Progress, it reports before the call returns.</summary>
    private sealed class Immediately<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
