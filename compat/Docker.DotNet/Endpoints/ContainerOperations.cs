using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class ContainerOperations(EngineConnection engine) : IContainerOperations
{
    public Task<CreateContainerResponse> CreateContainerAsync(CreateContainerParameters parameters, CancellationToken cancellationToken) =>
        engine.Ask(
            HttpMethod.Post, "containers/create", new QueryString().With("name", parameters.Name).With("platform", parameters.Platform),
            JsonContent.Create(parameters, EngineJson.Default.CreateContainerParameters), EngineJson.Default.CreateContainerResponse, Missing.Image,
            cancellationToken);

    public async Task<bool> StartContainerAsync(string id, ContainerStartParameters parameters, CancellationToken cancellationToken) =>
        await Post(id, "start", new QueryString().With("detachKeys", parameters?.DetachKeys), cancellationToken).ConfigureAwait(false)
            != HttpStatusCode.NotModified;

    public async Task<bool> StopContainerAsync(string id, ContainerStopParameters parameters, CancellationToken cancellationToken) =>
        await Post(id, "stop", new QueryString().With("t", parameters.WaitBeforeKillSeconds), cancellationToken).ConfigureAwait(false)
            != HttpStatusCode.NotModified;

    public Task KillContainerAsync(string id, ContainerKillParameters parameters, CancellationToken cancellationToken) =>
        Post(id, "kill", new QueryString().With("signal", parameters.Signal), cancellationToken);

    public Task RemoveContainerAsync(string id, ContainerRemoveParameters parameters, CancellationToken cancellationToken) => engine.Tell(
        HttpMethod.Delete, $"containers/{Uri.EscapeDataString(id)}",
        new QueryString().With("v", parameters.RemoveVolumes).With("link", parameters.RemoveLinks).With("force", parameters.Force), null,
        Missing.Container, cancellationToken);

    public async Task<ContainerWaitResponse> WaitContainerAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await engine.Follow(HttpMethod.Post, Path(id, "wait"), null, null, Missing.Container, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadFromJsonAsync(EngineJson.Default.ContainerWaitResponse, cancellationToken).ConfigureAwait(false);
    }

    public Task<ContainerInspectResponse> InspectContainerAsync(string id, CancellationToken cancellationToken) => engine.Ask(
        HttpMethod.Get, Path(id, "json"), null, null, EngineJson.Default.ContainerInspectResponse, Missing.Container, cancellationToken);

    public Task<IList<ContainerListResponse>> ListContainersAsync(ContainersListParameters parameters, CancellationToken cancellationToken) => engine.Ask(
        HttpMethod.Get, "containers/json",
        new QueryString().With("size", parameters.Size).With("all", parameters.All).With("since", parameters.Since).With("before", parameters.Before)
            .With("limit", parameters.Limit).With("filters", parameters.Filters),
        null, EngineJson.Default.IListContainerListResponse, Missing.Other, cancellationToken);

    public Task<ContainerUpdateResponse> UpdateContainerAsync(string id, ContainerUpdateParameters parameters, CancellationToken cancellationToken) => engine.Ask(
        HttpMethod.Post, Path(id, "update"), null, JsonContent.Create(parameters, EngineJson.Default.ContainerUpdateParameters),
        EngineJson.Default.ContainerUpdateResponse, Missing.Container, cancellationToken);

    public Task<ContainersPruneResponse> PruneContainersAsync(ContainersPruneParameters parameters, CancellationToken cancellationToken) => engine.Ask(
        HttpMethod.Post, "containers/prune", new QueryString().With("filters", parameters?.Filters), null, EngineJson.Default.ContainersPruneResponse,
        Missing.Other, cancellationToken);

    public async Task<MultiplexedStream> AttachContainerAsync(
        string id, bool tty, ContainerAttachParameters parameters, CancellationToken cancellationToken)
    {
        var query = new QueryString().With("stream", parameters.Stream).With("stdin", parameters.Stdin).With("stdout", parameters.Stdout)
            .With("stderr", parameters.Stderr).With("logs", parameters.Logs).With("detachKeys", parameters.DetachKeys);
        return new MultiplexedStream(
            await engine.Hijack(Path(id, "attach"), query, null, Missing.Container, cancellationToken).ConfigureAwait(false), !tty);
    }

    public async Task GetContainerStatsAsync(
        string id, ContainerStatsParameters parameters, IProgress<ContainerStatsResponse> progress, CancellationToken cancellationToken)
    {
        var query = new QueryString().With("stream", parameters.Stream).With("one-shot", parameters.OneShot);
        using var response = await engine.Follow(HttpMethod.Get, Path(id, "stats"), query, null, Missing.Container, cancellationToken).ConfigureAwait(false);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            progress.Report(JsonSerializer.Deserialize(line, EngineJson.Default.ContainerStatsResponse));
    }

    private static string Path(string id, string what) => $"containers/{Uri.EscapeDataString(id)}/{what}";

    private Task<HttpStatusCode> Post(string id, string what, QueryString query, CancellationToken cancellationToken) =>
        engine.Tell(HttpMethod.Post, Path(id, what), query, null, Missing.Container, cancellationToken);
}
