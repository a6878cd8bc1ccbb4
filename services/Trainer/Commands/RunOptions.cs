using System.CommandLine;

namespace Judges.Training.Commands;

/// <summary>The options that every training command has.</summary>
internal static class RunOptions
{
    public static Option<ulong?> Seed { get; } = new("--seed") { Description = "The seed of initialisation, prompts and sampling (default: the recipe's)." };

    public static Option<int?> Steps { get; } = new("--steps") { Description = "The most steps to take (default: the recipe's)." };

    public static Option<string?> Out { get; } = new("--out") { Description = "Where metrics, checkpoints and the report go (default: runs/NAME-SEED)." };

    public static Option<string> Bus { get; } = CreateBus();

    public static Option<string?> Broker { get; } = new("--host") { Description = "The broker with --bus rabbitmq, as amqp://user:password@host:5672." };

    public static Option<bool> Plain { get; } = new("--plain") { Description = "Plain lines instead of the live table (the default without a terminal)." };

    /// <summary>What the bus options say, as configuration; the judges are embedded unless there is a broker between.</summary>
    public static Dictionary<string, string?> Settings(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>();
        if (parsed.GetValue(Bus) is "rabbitmq")
        {
            settings["Bus:Transport"] = "RabbitMq";
            settings["Judges:Embedded"] = "false";
        }
        if (parsed.GetValue(Broker) is { } broker)
            settings["Bus:Host"] = broker;
        return settings;
    }

    private static Option<string> CreateBus()
    {
        var bus = new Option<string>("--bus")
        {
            Description = "inmemory: the judges run in this process. rabbitmq: they run in their own and are reached through a broker.",
            DefaultValueFactory = static _ => "inmemory",
        };
        bus.AcceptOnlyFromAmong("inmemory", "rabbitmq");
        return bus;
    }
}
