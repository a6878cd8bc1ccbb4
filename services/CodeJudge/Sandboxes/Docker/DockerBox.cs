using Docker.DotNet;
using Docker.DotNet.Models;

namespace Judges.Code;

/// <summary>One container with a supervisor in it.</summary>
internal sealed class DockerBox : ISandbox
{
    private readonly IDockerClient _docker;
    private readonly string _id;
    private readonly ControlGroup? _group;
    private readonly AttachedStream _stream;
    private readonly SupervisorLink _link;

    private DockerBox(IDockerClient docker, string id, ControlGroup? group, MultiplexedStream attached, Complaints complaints)
    {
        _docker = docker;
        _id = id;
        _group = group;
        _stream = new AttachedStream(attached, complaints.Add);
        _link = new SupervisorLink(_stream, _stream, complaints.ToString);
        Confinement = new Confinement(group is null ? "addressSpace" : "cgroup", "ownUser");
    }

    public Confinement Confinement { get; }

    /// <summary>The container's id, for who wants to kill it.</summary>
    internal string Id => _id;

    public static async Task<DockerBox> Start(
        IDockerClient docker, CreateContainerParameters container, ControlGroup? group, CancellationToken cancellationToken)
    {
        var complaints = new Complaints();
        var id = (await docker.Containers.CreateContainerAsync(container, cancellationToken)).ID;
        try
        {
            var attached = await docker.Containers.AttachContainerAsync(
                id, tty: false, new ContainerAttachParameters { Stream = true, Stdin = true, Stdout = true, Stderr = true }, cancellationToken);
            await docker.Containers.StartContainerAsync(id, new ContainerStartParameters(), cancellationToken);
            var box = new DockerBox(docker, id, group, attached, complaints);
            await box._link.Greet(cancellationToken);
            return box;
        }
        catch (Exception fault)
        {
            await Remove(docker, id);
            cancellationToken.ThrowIfCancellationRequested();
            if (fault is DockerApiException or HttpRequestException)
                throw;
            throw new SandboxUnavailableException($"no sandbox: the container did not come up{complaints}", fault);
        }
    }

    public Task<RunReport> Run(RunRequest request, CancellationToken cancellationToken) => _link.Run(request, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        await Remove(_docker, _id);
        _group?.Dispose();
    }

    private static async Task Remove(IDockerClient docker, string id)
    {
        try
        {
            await docker.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, CancellationToken.None);
        }
        catch (Exception gone) when (gone is DockerApiException or HttpRequestException or OperationCanceledException or IOException)
        {
            // It removed itself, or the engine is gone; then its supervisor has ended with the stream.
        }
    }
}
