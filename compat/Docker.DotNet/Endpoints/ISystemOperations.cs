using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>What can be asked of the engine itself.</summary>
public interface ISystemOperations
{
    Task PingAsync(CancellationToken cancellationToken = default);

    Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken = default);

    Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken = default);
}
