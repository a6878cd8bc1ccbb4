using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class SystemOperations(EngineConnection engine) : ISystemOperations
{
    public Task PingAsync(CancellationToken cancellationToken) => engine.Tell(HttpMethod.Get, "_ping", null, null, Missing.Other, cancellationToken);

    public Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken) =>
        engine.Ask(HttpMethod.Get, "version", null, null, EngineJson.Default.VersionResponse, Missing.Other, cancellationToken);

    public Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken) =>
        engine.Ask(HttpMethod.Get, "info", null, null, EngineJson.Default.SystemInfoResponse, Missing.Other, cancellationToken);
}
