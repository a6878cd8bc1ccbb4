using System.Net.Http.Json;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class ExecOperations(EngineConnection engine) : IExecOperations
{
    public Task<ContainerExecCreateResponse> ExecCreateContainerAsync(
        string id, ContainerExecCreateParameters parameters, CancellationToken cancellationToken) => engine.Ask(
            HttpMethod.Post, $"containers/{Uri.EscapeDataString(id)}/exec", null,
            JsonContent.Create(parameters, EngineJson.Default.ContainerExecCreateParameters), EngineJson.Default.ContainerExecCreateResponse,
            Missing.Container, cancellationToken);

    public Task StartContainerExecAsync(string id, CancellationToken cancellationToken) =>
        engine.Tell(HttpMethod.Post, Path(id, "start"), null, Start(detach: true, tty: false), Missing.Other, cancellationToken);

    public async Task<MultiplexedStream> StartAndAttachContainerExecAsync(string id, bool tty, CancellationToken cancellationToken) => new(
        await engine.Hijack(Path(id, "start"), null, Start(detach: false, tty), Missing.Other, cancellationToken).ConfigureAwait(false), !tty);

    public Task<ContainerExecInspectResponse> InspectContainerExecAsync(string id, CancellationToken cancellationToken) => engine.Ask(
        HttpMethod.Get, Path(id, "json"), null, null, EngineJson.Default.ContainerExecInspectResponse, Missing.Other, cancellationToken);

    private static JsonContent Start(bool detach, bool tty) => JsonContent.Create(new ExecStart(detach, tty), EngineJson.Default.ExecStart);

    private static string Path(string id, string what) => $"exec/{Uri.EscapeDataString(id)}/{what}";
}
