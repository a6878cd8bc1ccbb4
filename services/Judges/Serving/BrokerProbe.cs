using System.Net.Sockets;

namespace Judges.Standalone.Serving;

/// <summary>Waits until something listens at the broker's address, so that a broker that is not there is a sentence and not a log of retries.</summary>
internal static class BrokerProbe
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task Wait(Uri broker, TimeSpan patience, TimeProvider time, TextWriter status, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var told = false;
        while (await Refusal(broker, cancellationToken) is { } refusal)
        {
            if (time.GetElapsedTime(started) >= patience)
            {
                throw new UserErrorException(
                    $"the broker at {Name(broker)} is not there ({refusal}): start it (`apt-get install rabbitmq-server`, or `docker run -p 5672:5672 rabbitmq`), "
                    + "name another with --host, or leave --bus rabbitmq out");
            }
            if (!told)
                await status.WriteLineAsync($"judges: the broker at {Name(broker)} does not answer yet; waiting up to {patience.TotalSeconds:0} s");
            told = true;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>The address without user and password, which belong in no log.</summary>
    public static string Name(Uri broker) => $"{broker.Host}:{Port(broker)}";

    private static int Port(Uri broker) => broker.Port > 0 ? broker.Port : broker.Scheme is "amqps" ? 5671 : 5672;

    private static async Task<string?> Refusal(Uri broker, CancellationToken cancellationToken)
    {
        using var probe = new TcpClient();
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            await probe.ConnectAsync(broker.Host, Port(broker), soon.Token);
            return null;
        }
        catch (SocketException fault)
        {
            return fault.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer";
        }
    }
}
