using Judges.Hosting;
using MassTransit;

namespace Judges.Format;

/// <summary>What a host adds to hold the format judge.</summary>
public static class FormatJudgeModule
{
    public static IHostApplicationBuilder AddFormatJudge(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddJudge<GradeFormat, FormatJudge>();
        return builder;
    }

    public static IBusRegistrationConfigurator AddFormatJudgeConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<GradeFormatConsumer, GradeFormatConsumerDefinition>();
        return bus;
    }

    /// <summary>Maps <c>POST /v1/judge/format</c>.</summary>
    public static IEndpointConventionBuilder MapFormatJudge(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapJudge<GradeFormat>(JudgeNames.Format);
}

internal sealed class GradeFormatConsumer(GuardedJudge<GradeFormat> judge) : IConsumer<GradeFormatRollouts>
{
    public Task Consume(ConsumeContext<GradeFormatRollouts> context) => judge.Answer(context);
}

internal sealed class GradeFormatConsumerDefinition : ConsumerDefinition<GradeFormatConsumer>
{
    public GradeFormatConsumerDefinition()
    {
        EndpointName = JudgeNames.Queue(JudgeNames.Format);
        // Judging is pure computation: more at a time than there are processors only waits.
        ConcurrentMessageLimit = Environment.ProcessorCount;
    }
}
