namespace Judges.Tests.Shared;

/// <summary>
/// A private RabbitMQ broker for the tests of one class or collection, by eng/rabbitmq.sh: own ports, own data, gone with the test process
/// even when that is killed. As an xunit fixture it is started once; where there is no server, <see cref="Url"/> skips the test and says why.
/// </summary>
public sealed class RabbitMqBroker : IAsyncLifetime
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private string? _url;

    /// <summary>Where the broker keeps its data and its log.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"judges-broker-{Guid.NewGuid():N}");

    /// <summary>The address, as <c>amqp://guest:guest@127.0.0.1:PORT</c>.</summary>
    public string Url
    {
        get
        {
            Assert.SkipUnless(File.Exists(Server), "no RabbitMQ server: apt-get install -y --no-install-recommends rabbitmq-server");
            return _url ?? throw new InvalidOperationException("the broker is stopped");
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Server))
            await Start();
    }

    /// <summary>Starts the broker again, on the port that it had, with the durable queues that it had.</summary>
    public async Task Start()
    {
        var port = _url is null ? "0" : $"{new Uri(_url).Port}";
        _url = await Script("start", Folder, port, $"{Environment.ProcessId}");
    }

    /// <summary>Stops the broker; its data stay for <see cref="Start"/>.</summary>
    public Task Stop() => Script("stop", Folder);

    public async ValueTask DisposeAsync()
    {
        if (!Directory.Exists(Folder))
            return;
        await Stop();
        Directory.Delete(Folder, recursive: true);
    }

    private static Task<string> Script(params string[] arguments) => RepositoryScript.Run("rabbitmq.sh", arguments);
}
