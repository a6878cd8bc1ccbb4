using Judges.Code;
using Judges.Format;
using Judges.Hosting;
using Judges.Mathematics;
using Judges.Training.Rollouts;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Judges.Training.Runs;

/// <summary>The trainer's services: the bus, the ledger and, where they are embedded, the judges.</summary>
internal static class TrainerHost
{
    /// <param name="settings">Configuration that stands above the environment's, such as <c>Bus:Transport</c>.</param>
    public static IHost Build(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(static console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            static console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        var embedded = builder.Configuration.GetSection(JudgingOptions.Section).GetValue(nameof(JudgingOptions.Embedded), true);
        if (embedded)
        {
            builder.AddCodeJudge();
            builder.AddMathJudge();
            builder.AddFormatJudge();
        }
        builder.AddRolloutJudging(embedded ? AddEmbeddedJudges : static _ => { });
        return builder.Build();
    }

    /// <summary>Adds the trainer's side of the bus and, where they are embedded, the judges.</summary>
    /// <param name="others">Adds further consumers.</param>
    public static void AddRolloutJudging(this IHostApplicationBuilder builder, Action<IBusRegistrationConfigurator> others)
    {
        builder.Services.AddOptions<JudgingOptions>().BindConfiguration(JudgingOptions.Section).ValidateDataAnnotations()
            .Validate<IOptions<BusOptions>>(
                static (judging, bus) => judging.Embedded || bus.Value.Transport is not BusTransport.InMemory,
                "Judges:Embedded is false, so the judges run elsewhere and Bus:Transport must be RabbitMq: pass --bus rabbitmq --host amqp://…, or leave the judges embedded.")
            .ValidateOnStart();
        builder.Services.AddJudgeGrading();
        builder.Services.AddSingleton<VerdictLedger>();
        builder.Services.AddSingleton<AnswerAddress>();
        builder.Services.AddSingleton<RolloutJudging>();
        builder.Services.AddJudgeBus(builder.Configuration, bus =>
        {
            bus.AddConsumer<RolloutsGradedConsumer, RolloutsGradedConsumerDefinition>();
            others(bus);
        });
    }

    private static void AddEmbeddedJudges(IBusRegistrationConfigurator bus)
    {
        bus.AddCodeJudgeConsumers();
        bus.AddMathJudgeConsumers();
        bus.AddFormatJudgeConsumers();
    }
}
