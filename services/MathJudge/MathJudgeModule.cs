using Judges.Hosting;
using MassTransit;

namespace Judges.Mathematics;

/// <summary>What a host adds to hold the math judge.</summary>
public static class MathJudgeModule
{
    public static IHostApplicationBuilder AddMathJudge(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddJudge<GradeMath, MathJudge>();
        return builder;
    }

    public static IBusRegistrationConfigurator AddMathJudgeConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<GradeMathConsumer, GradeMathConsumerDefinition>();
        return bus;
    }

    /// <summary>Maps <c>POST /v1/judge/math</c> and <c>POST /v1/extract</c>.</summary>
    public static IEndpointConventionBuilder MapMathJudge(this IEndpointRouteBuilder endpoints)
    {
        ExtractionDoor.Map(endpoints);
        return endpoints.MapJudge<GradeMath>(JudgeNames.Math);
    }
}

internal sealed class GradeMathConsumer(GuardedJudge<GradeMath> judge) : IConsumer<GradeMathRollouts>
{
    public Task Consume(ConsumeContext<GradeMathRollouts> context) => judge.Answer(context);
}

internal sealed class GradeMathConsumerDefinition : ConsumerDefinition<GradeMathConsumer>
{
    public GradeMathConsumerDefinition()
    {
        EndpointName = JudgeNames.Queue(JudgeNames.Math);
        // Judging is pure computation: more at a time than there are processors only waits.
        ConcurrentMessageLimit = Environment.ProcessorCount;
    }
}
