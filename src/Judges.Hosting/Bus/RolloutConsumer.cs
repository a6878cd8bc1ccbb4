using MassTransit;

namespace Judges.Hosting;

/// <summary>A judge's door on the bus: grades the rollouts of a message and answers whoever asked.</summary>
internal sealed class RolloutConsumer<TCommand, TRequest>(GuardedJudge<TRequest> judge) : IConsumer<TCommand>
    where TCommand : GradeRollouts<TRequest>
    where TRequest : GradeRequest
{
    public Task Consume(ConsumeContext<TCommand> context) => judge.Answer(context);
}

/// <summary>Puts judges on the bus.</summary>
public static class RolloutConsumers
{
    /// <summary>
    /// Adds a judge that is pure computation: it reads its own queue, as many messages at a time as there are processors, as more would only
    /// wait.
    /// </summary>
    public static IBusRegistrationConfigurator AddJudgeConsumer<TCommand, TRequest>(this IBusRegistrationConfigurator bus, string judge)
        where TCommand : GradeRollouts<TRequest>
        where TRequest : GradeRequest
    {
        bus.AddConsumer<RolloutConsumer<TCommand, TRequest>>().Endpoint(endpoint =>
        {
            endpoint.Name = JudgeNames.Queue(judge);
            endpoint.ConcurrentMessageLimit = Environment.ProcessorCount;
        });
        return bus;
    }
}
