using System.Globalization;
using System.Net.Sockets;
using Judges.Hosting;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Judges.Standalone.Serving;

/// <summary>Builds and starts the server.</summary>
internal static class ServeApp
{
    public static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ToStandardError(LogLevel.Information);
        // While starting, a broker that refuses us is an exception that becomes a sentence; later, one that goes away is worth a line.
        var starting = true;
        builder.Logging.AddFilter("MassTransit", level => !starting && level >= LogLevel.Warning);
        Configure(builder.Configuration, options);
        builder.WebHost.UseUrls(builder.Configuration["urls"] ?? ServeOptions.DefaultUrls);
        builder.AddJudges(options.Judges);
        builder.AddJudgeDefaults(bus => bus.AddJudgeConsumers(options.Judges));
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => starting = false);
        app.MapJudgeDefaults();
        app.MapJudges(options.Judges);
        return app;
    }

    /// <summary>Starts the server and says where it listens and what it serves.</summary>
    public static async Task Start(WebApplication app, ServeOptions options, TextWriter status, CancellationToken cancellationToken)
    {
        var bus = app.Services.GetRequiredService<IOptions<BusOptions>>().Value;
        if (bus.Transport is BusTransport.RabbitMq)
            await BrokerProbe.Wait(new Uri(bus.Host!), TimeSpan.FromSeconds(bus.StartSeconds), TimeProvider.System, status, cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException fault) when (fault.Message.Contains("in use", StringComparison.Ordinal))
        {
            throw new UserErrorException($"{fault.Message.TrimEnd('.')}: stop what listens there, or choose another address with --urls http://localhost:8081");
        }
        catch (Exception fault) when (fault is IOException or FormatException or SocketException)
        {
            throw new UserErrorException($"{fault.Message.TrimEnd('.')}: give --urls an address of this machine such as http://localhost:8080");
        }
        catch (Exception fault) when (fault is RabbitMqConnectionException or RabbitMQ.Client.Exceptions.BrokerUnreachableException)
        {
            throw new UserErrorException($"the broker at {BrokerProbe.Name(new Uri(bus.Host!))} refused us ({fault.GetBaseException().Message.TrimEnd('.')}): check user, password and virtual host in --host");
        }
        var judges = string.Join(", ", options.Judges);
        await status.WriteLineAsync($"judges: serving {judges} on {string.Join(", ", app.Urls)} (POST /v1/judge, OpenAPI at /openapi/v1.json, health at /health/ready)");
        await status.WriteLineAsync(bus.Transport is BusTransport.RabbitMq
            ? $"judges: reading {string.Join(", ", options.Judges.Select(JudgeNames.Queue))} at {BrokerProbe.Name(new Uri(bus.Host!))}; Ctrl+C stops"
            : "judges: no broker (--bus rabbitmq for one); Ctrl+C stops");
    }

    private static void Configure(ConfigurationManager configuration, ServeOptions options)
    {
        var said = new Dictionary<string, string?>();
        if (options.Urls is { } urls)
            said["urls"] = urls;
        if (options.Transport is { } transport)
            said["Bus:Transport"] = transport.ToString();
        if (options.Broker is { } broker)
            said["Bus:Host"] = broker;
        if (options.WaitSeconds is { } wait)
            said["Bus:StartSeconds"] = wait.ToString(CultureInfo.InvariantCulture);
        else if (configuration["Bus:StartSeconds"] is null)
            said["Bus:StartSeconds"] = ServeOptions.DefaultWaitSeconds.ToString(CultureInfo.InvariantCulture);
        // A broker is named for one purpose only.
        if (options is { Broker: not null, Transport: null })
            said["Bus:Transport"] = nameof(BusTransport.RabbitMq);
        configuration.AddInMemoryCollection(said);
    }
}
