using Judges.Hosting;

namespace Judges.Standalone.Serving;

/// <summary>What the command line says about a server; what it does not say comes from the environment (<c>Bus__Host</c> and so on).</summary>
internal sealed record ServeOptions
{
    public const string DefaultUrls = "http://localhost:8080";

    /// <summary>A broker that is being started beside the server needs some seconds; one that is not there shall not be waited for long.</summary>
    public const int DefaultWaitSeconds = 15;

    public IReadOnlyList<string> Judges { get; init; } = JudgeModules.Names;

    public string? Urls { get; init; }

    public BusTransport? Transport { get; init; }

    public string? Broker { get; init; }

    public int? WaitSeconds { get; init; }
}
