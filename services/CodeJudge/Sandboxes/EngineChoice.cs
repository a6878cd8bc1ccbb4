using Docker.DotNet;

namespace Judges.Code;

/// <summary>Which engine this machine's boxes are made by, and why.</summary>
/// <param name="Kind">The engine; null when there is none: then nothing is run.</param>
/// <param name="Reason">One sentence, for who asks why, or what to install.</param>
public sealed record EngineChoice(SandboxEngineKind? Kind, string Reason)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>A container engine that answers and has the boxes' images; else bubblewrap; else none.</summary>
    public static async Task<EngineChoice> Of(CodeJudgeOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Engine is not SandboxEngineKind.Auto)
            return new EngineChoice(options.Engine, "CodeJudge:Engine says so");
        var (ready, docker) = await Docker(options, cancellationToken);
        if (ready)
            return new EngineChoice(SandboxEngineKind.Docker, docker);
        if (FindProgram(options.Bubblewrap) is { } path)
            return new EngineChoice(SandboxEngineKind.Bubblewrap, $"{docker}; {path} is here");
        return new EngineChoice(null,
            $"no sandbox: {docker}, and there is no {options.Bubblewrap}. Install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap; "
            + "Alpine: apk add bubblewrap), or start a container engine and run ./judges images. Programs are never run outside a sandbox.");
    }

    private static async Task<(bool Ready, string Reason)> Docker(CodeJudgeOptions options, CancellationToken cancellationToken)
    {
        using var configuration = new DockerClientConfiguration(options.DockerEndpoint, defaultTimeout: _patience);
        using var docker = configuration.CreateClient();
        try
        {
            var version = await docker.System.GetVersionAsync(cancellationToken);
            await docker.Images.InspectImageAsync(DockerImages.Tag(options, BoxImages.Python), cancellationToken);
            return (true, $"container engine {version.Version} answers at {options.DockerEndpoint}");
        }
        catch (DockerImageNotFoundException)
        {
            return (false, $"the container engine at {options.DockerEndpoint} has no images of ours (./judges images builds them)");
        }
        catch (Exception silence) when (silence is HttpRequestException or DockerApiException or NotSupportedException
            || (silence is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (false, $"no container engine answers at {options.DockerEndpoint}");
        }
    }

    private static string? FindProgram(string name) => name.Contains('/')
        ? (File.Exists(name) ? name : null)
        : ((string[])["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"])
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
