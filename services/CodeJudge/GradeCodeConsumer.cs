using Judges.Hosting;
using MassTransit;

namespace Judges.Code;

/// <summary>Grades what comes over the bus.</summary>
public sealed class GradeCodeConsumer(GuardedJudge<GradeCode> judge) : IConsumer<GradeCodeRollouts>
{
    public Task Consume(ConsumeContext<GradeCodeRollouts> context) => judge.Answer(context);
}

/// <summary>As many messages at a time as there are boxes, and a few more at hand so that no box waits for the broker.</summary>
public sealed class GradeCodeConsumerDefinition : ConsumerDefinition<GradeCodeConsumer>
{
    private readonly int _boxes;

    public GradeCodeConsumerDefinition(CodeJudgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _boxes = options.BoxCount;
        EndpointName = JudgeNames.Queue(JudgeNames.Code);
        ConcurrentMessageLimit = _boxes;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<GradeCodeConsumer> consumerConfigurator, IRegistrationContext context)
    {
        ArgumentNullException.ThrowIfNull(endpointConfigurator);
        endpointConfigurator.PrefetchCount = (2 * _boxes) + 2;
    }
}
