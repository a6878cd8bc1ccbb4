using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Judges.Hosting;

/// <summary>Which bus the host speaks on.</summary>
public sealed class BusOptions : IValidatableObject
{
    public const string Section = "Bus";

    /// <summary>The transport; default <see cref="BusTransport.InMemory"/>, which reaches only this process.</summary>
    public BusTransport Transport { get; set; } = BusTransport.InMemory;

    /// <summary>The broker, as <c>amqp://user:password@host:5672/vhost</c>; needed for <see cref="BusTransport.RabbitMq"/>.</summary>
    public string? Host { get; set; }

    /// <summary>How long the host waits for the broker at start, in seconds; default 60, range 1 to 3600.</summary>
    [Range(1, 3600)]
    public int StartSeconds { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Transport is BusTransport.RabbitMq && !(Uri.TryCreate(Host, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"))
        {
            yield return new ValidationResult(
                "Bus:Transport is RabbitMq, so Bus:Host must be the broker's address: set Bus__Host=amqp://guest:guest@localhost:5672 "
                + "(or pass --host), or set Bus__Transport=InMemory to keep everything in one process.",
                [nameof(Host)]);
        }
    }
}

/// <summary>The buses that a host can speak on.</summary>
public enum BusTransport
{
    /// <summary>Inside this process; nothing to install, nothing survives a restart.</summary>
    InMemory,

    /// <summary>RabbitMQ: durable queues between processes.</summary>
    RabbitMq,
}

[OptionsValidator]
internal sealed partial class BusOptionsValidator : IValidateOptions<BusOptions>;
