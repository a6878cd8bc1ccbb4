namespace Judges.Tests.Shared;

/// <summary>
/// The repository's private container engine, by eng/docker.sh: one for all test projects, kept in artifacts/docker so that images outlive a
/// test run, and gone when the last test process is. Where it cannot run, <see cref="Endpoint"/> skips the test and says why.
/// </summary>
public sealed class DockerDaemon : IAsyncLifetime
{
    private string? _refusal;
    private Uri? _endpoint;

    private static string Folder => Path.Combine(RepositoryFolder.Path, "artifacts", "docker");

    /// <summary>Its address, as <c>unix:///path</c>.</summary>
    public Uri Endpoint
    {
        get
        {
            Assert.SkipWhen(_endpoint is null, $"no container engine: {_refusal}");
            return _endpoint!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        // What root can start and does not start is a failure, not a reason to skip.
        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/sbin/dockerd"))
        {
            _refusal = "root and dockerd are needed: apt-get install -y --no-install-recommends docker.io";
            return;
        }
        await Start();
    }

    public async Task Start() => _endpoint = new Uri(await RepositoryScript.Run("docker.sh", "start", Folder, $"{Environment.ProcessId}"));

    public static Task Stop() => RepositoryScript.Run("docker.sh", "stop", Folder);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
