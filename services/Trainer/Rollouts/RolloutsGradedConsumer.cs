using MassTransit;

namespace Judges.Training.Rollouts;

/// <summary>Takes the judges' answers into the ledger.</summary>
internal sealed class RolloutsGradedConsumer(VerdictLedger ledger) : IConsumer<RolloutsGraded>
{
    public Task Consume(ConsumeContext<RolloutsGraded> context)
    {
        ledger.Receive(context.Message);
        return Task.CompletedTask;
    }
}

/// <summary>The trainer's own queue: it lives as long as the trainer, and its address is where the judges answer.</summary>
internal sealed class RolloutsGradedConsumerDefinition : ConsumerDefinition<RolloutsGradedConsumer>
{
    private readonly AnswerAddress _address;

    public RolloutsGradedConsumerDefinition(AnswerAddress address)
    {
        _address = address;
        EndpointName = address.Queue;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RolloutsGradedConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        // Answers are addressed to this queue; bound to the event's exchange it would also hear other trainers' verdicts.
        endpointConfigurator.ConfigureConsumeTopology = false;
        if (endpointConfigurator is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.AutoDelete = true;
            rabbit.Durable = false;
        }
        _address.Uri = endpointConfigurator.InputAddress;
    }
}

/// <summary>Where the judges send their answers.</summary>
internal sealed class AnswerAddress
{
    /// <summary>The queue's name: one per trainer process.</summary>
    public string Queue { get; } = $"rollouts-graded-{Guid.NewGuid():N}";

    /// <summary>The queue's address; set when the bus is configured.</summary>
    public Uri? Uri { get; set; }
}
