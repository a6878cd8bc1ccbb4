using Docker.DotNet;

namespace Judges.Code;

/// <summary>Boxes made of hardened containers, through the Engine API of Docker or of what speaks it.</summary>
public sealed class DockerEngine : ISandboxEngine, IDisposable
{
    // Those whose processes are the host kernel's. In gVisor, or in a virtual machine, who joined a group of the host's would be the runtime itself.
    private static readonly string[] _onHostKernel = ["runc", "crun", "youki", "nvidia", "io.containerd.runc.v2"];

    private readonly CodeJudgeOptions _options;
    private readonly DockerClientConfiguration _configuration;
    private readonly DockerClient _docker;
    private volatile bool _served;
    private string? _runtime;

    public DockerEngine(CodeJudgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _configuration = new DockerClientConfiguration(options.DockerEndpoint, defaultTimeout: TimeSpan.FromSeconds(60));
        _docker = _configuration.CreateClient();
    }

    public string Name => "docker";

    public async Task<ISandbox> Start(int slot, string image, CancellationToken cancellationToken)
    {
        ControlGroup? group = null;
        try
        {
            group = Environment.IsPrivilegedProcess && await IsOnHostKernel(cancellationToken) ? ControlGroup.TryCreate(slot) : null;
            var box = await DockerBox.Start(_docker, DockerContainer.Of(_options, slot, image, group), group, cancellationToken);
            _served = true;
            return box;
        }
        catch (Exception fault)
        {
            group?.Dispose();
            throw fault switch
            {
                DockerImageNotFoundException => new SandboxUnavailableException(
                    $"no sandbox: the engine has no image {DockerImages.Tag(_options, image)}. Build it: ./judges images (without a registry: ./judges images --offline). "
                    + "Programs are never run outside a sandbox.", fault),
                HttpRequestException => new SandboxUnavailableException(
                    $"no sandbox: no container engine answers at {_options.DockerEndpoint} ({fault.Message}). Start it, or set CodeJudge__Engine=Bubblewrap.", fault)
                { MayPass = _served },
                DockerApiException or SandboxUnavailableException => new SandboxUnavailableException(
                    fault is SandboxUnavailableException ? fault.Message : $"no sandbox: the engine refused a box: {fault.Message}", fault)
                { MayPass = _served },
                _ => fault,
            };
        }
    }

    public void Dispose()
    {
        _docker.Dispose();
        _configuration.Dispose();
    }

    private async Task<bool> IsOnHostKernel(CancellationToken cancellationToken)
    {
        _runtime ??= _options.ContainerRuntime is { Length: > 0 } named ? named : (await _docker.System.GetSystemInfoAsync(cancellationToken)).DefaultRuntime;
        return _onHostKernel.Contains(_runtime);
    }
}
