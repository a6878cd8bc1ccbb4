namespace Docker.DotNet;

/// <summary>A container engine.</summary>
public interface IDockerClient : IDisposable
{
    DockerClientConfiguration Configuration { get; }

    TimeSpan DefaultTimeout { get; set; }

    IContainerOperations Containers { get; }

    IImageOperations Images { get; }

    IExecOperations Exec { get; }

    ISystemOperations System { get; }
}
