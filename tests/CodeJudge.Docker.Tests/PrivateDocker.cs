using Judges.Code;

namespace CodeJudge.Tests;

/// <summary>Boxes of the repository's private container engine, started and given its images when the first box is needed.</summary>
internal sealed class PrivateDocker(CodeJudgeOptions options) : ISandboxEngine, IDisposable
{
    private static readonly Lazy<Task<DockerDaemon>> _daemon = new(Prepare);

    private DockerEngine? _engine;

    public string Name => "docker";

    public async Task<ISandbox> Start(int slot, string image, CancellationToken cancellationToken)
    {
        options.DockerEndpoint = (await _daemon.Value).Endpoint;
        if (options.ContainerRuntime.Length == 0)
            options.ContainerRuntime = Environment.GetEnvironmentVariable("JUDGES_RUNTIME") ?? "";
        return await (_engine ??= new DockerEngine(options)).Start(slot, image, cancellationToken);
    }

    public void Dispose() => _engine?.Dispose();

    /// <summary>The daemon, with the images of the languages that are tested here.</summary>
    public static async Task<DockerDaemon> Prepare()
    {
        var daemon = new DockerDaemon();
        await daemon.InitializeAsync();
        using var builder = new ImageBuilder(new CodeJudgeOptions { DockerEndpoint = daemon.Endpoint }, static _ => { });
        foreach (var image in TestEngine.Languages.Select(static name => BoxImages.Of(LanguageSet.Find(name))).Distinct())
            await builder.Build(image, offline: true, CancellationToken.None);
        return daemon;
    }
}
