using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Judges.Hosting;

/// <summary>Puts a host on the bus; the transport is configuration, consumers never know it.</summary>
public static class JudgeBus
{
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Where the section <see cref="BusOptions.Section"/> is read from.</param>
    /// <param name="configure">Adds the host's consumers.</param>
    public static IServiceCollection AddJudgeBus(
        this IServiceCollection services, IConfiguration configuration, Action<IBusRegistrationConfigurator> configure)
    {
        services.AddSingleton<IValidateOptions<BusOptions>, BusOptionsValidator>();
        services.AddOptions<BusOptions>().BindConfiguration(BusOptions.Section).ValidateOnStart();
        services.AddOptions<MassTransitHostOptions>().Configure<IOptions<BusOptions>>(static (host, bus) =>
        {
            // What is sent before the consumers' queues are bound would be lost.
            host.WaitUntilStarted = true;
            host.StartTimeout = TimeSpan.FromSeconds(bus.Value.StartSeconds);
            host.StopTimeout = TimeSpan.FromSeconds(30);
        });
        // The transport decides which services are registered, so it is needed before options can be resolved.
        var transport = configuration.GetSection(BusOptions.Section).GetValue(nameof(BusOptions.Transport), BusTransport.InMemory);
        return services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            configure(bus);
            if (transport is BusTransport.RabbitMq)
                bus.UsingRabbitMq(ConfigureRabbitMq);
            else
                bus.UsingInMemory(static (context, memory) =>
                {
                    memory.ConfigureJsonSerializerOptions(JudgeMessages.Configure);
                    memory.ConfigureEndpoints(context);
                });
        });
    }

    private static void ConfigureRabbitMq(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit)
    {
        var options = context.GetRequiredService<IOptions<BusOptions>>().Value;
        rabbit.Host(new Uri(options.Host!));
        rabbit.ConfigureJsonSerializerOptions(JudgeMessages.Configure);
        // A trainer that is not written in .NET may send plain JSON (content type application/json) to a judge's queue.
        rabbit.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: false);
        rabbit.ConfigureEndpoints(context);
    }
}
