namespace Docker.DotNet;

/// <summary>A container engine behind its REST API; made by <see cref="DockerClientConfiguration.CreateClient"/>.</summary>
public sealed class DockerClient : IDockerClient
{
    private readonly EngineConnection _engine;

    internal DockerClient(DockerClientConfiguration configuration, Version requestedApiVersion)
    {
        Configuration = configuration;
        _engine = new EngineConnection(configuration, requestedApiVersion) { Timeout = configuration.DefaultTimeout };
        Containers = new ContainerOperations(_engine);
        Images = new ImageOperations(_engine);
        Exec = new ExecOperations(_engine);
        System = new SystemOperations(_engine);
    }

    public DockerClientConfiguration Configuration { get; }

    public TimeSpan DefaultTimeout
    {
        get => _engine.Timeout;
        set => _engine.Timeout = value;
    }

    public IContainerOperations Containers { get; }

    public IImageOperations Images { get; }

    public IExecOperations Exec { get; }

    public ISystemOperations System { get; }

    public void Dispose() => _engine.Dispose();
}
