using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Judges.Hosting;

namespace Judges.Standalone.Serving;

/// <summary><c>./judges serve</c>: the judges behind HTTP and, with a broker, behind queues.</summary>
internal static class ServeCommand
{
    private const string Description = """
        Serve the judges over HTTP and, with --bus rabbitmq, over a broker's queues.

        POST /v1/judge takes one request, a JSON array of them, or JSON lines (application/x-ndjson); POST /v1/judge/math and so on take
        the requests of one judge. Queues are named grade-math, grade-format, grade-code.

        The code judge runs what it is sent, in a sandbox: the default address is this machine only.

        Examples:
          ./judges serve
          ./judges serve math format --urls http://0.0.0.0:8080
          ./judges serve code --bus rabbitmq --host amqp://guest:guest@localhost:5672
        """;

    public static Command Create()
    {
        var judges = new Argument<string[]>("judges") { Description = "Which judges; none named: all", Arity = ArgumentArity.ZeroOrMore, HelpName = "judge" };
        judges.AcceptOnlyFromAmong([.. JudgeModules.Names]);
        var urls = new Option<string?>("--urls") { Description = $"Where HTTP listens; several with ';' between them [default: {ServeOptions.DefaultUrls}]", HelpName = "URLS" };
        var bus = new Option<string?>("--bus") { Description = "inmemory (this process only) or rabbitmq [default: inmemory]", HelpName = "BUS" };
        bus.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "inmemory", "rabbitmq");
        var host = new Option<string?>("--host") { Description = "The broker, as amqp://user:password@host:5672/vhost; with --bus rabbitmq and without it, ./judges starts a private one", HelpName = "AMQP" };
        var wait = new Option<int?>("--wait") { Description = "How long to wait for the broker at start, in seconds [default: 15]", HelpName = "SECONDS" };
        wait.Validators.Add(RefuseOutOfRange);
        var command = new Command("serve", Description) { judges, urls, bus, host, wait };
        command.SetAction((parsed, cancellationToken) => Serve(
            new ServeOptions
            {
                Judges = parsed.GetValue(judges) is { Length: > 0 } named ? [.. JudgeModules.Names.Intersect(named)] : JudgeModules.Names,
                Urls = parsed.GetValue(urls),
                Transport = parsed.GetValue(bus) is { } transport ? Enum.Parse<BusTransport>(transport, ignoreCase: true) : null,
                Broker = parsed.GetValue(host),
                WaitSeconds = parsed.GetValue(wait),
            },
            Console.Error,
            cancellationToken));
        return command;
    }

    private static async Task<int> Serve(ServeOptions options, TextWriter status, CancellationToken cancellationToken)
    {
        await using var app = ServeApp.Build(options);
        await ServeApp.Start(app, options, status, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        await status.WriteLineAsync("judges: stopped");
        return 0;
    }

    private static void RefuseOutOfRange(OptionResult result)
    {
        // What is no number at all is refused by the parser.
        if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var seconds) && seconds is < 1 or > 3600)
            result.AddError("--wait must be from 1 to 3600 seconds");
    }
}
