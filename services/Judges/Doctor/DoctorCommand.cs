using System.CommandLine;
using Judges.Standalone.Images;
using Spectre.Console;

namespace Judges.Standalone.Doctor;

/// <summary><c>./judges doctor</c>: what this machine has, what it lacks, and how to get it.</summary>
internal static class DoctorCommand
{
    private const string Description = """
        Look at this machine: what is there, what is missing, what it is needed for and the one line that gets it.

        Exits with 0 when the demo can run and with 1 when it cannot. As root, `./judges demo` installs what it needs by itself.
        """;

    public static Command Create()
    {
        var command = new Command("doctor", Description);
        command.SetAction(async (_, cancellationToken) => Report(await Examine(cancellationToken), Terminal.Create()));
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> Examine(CancellationToken cancellationToken) =>
    [
        new(".NET", Found: true, Environment.Version.ToString(), "everything", "the .NET 10 SDK", DemoNeedsIt: true),
        await SandboxProbes.Bubblewrap(cancellationToken),
        await SandboxProbes.Python(cancellationToken),
        .. await LanguageProbes.All(cancellationToken),
        await SandboxProbes.ContainerEngine(ImagesCommand.Options(), cancellationToken),
        await SandboxProbes.Choice(ImagesCommand.Options(), cancellationToken),
        await TrainerProbes.Compilers(cancellationToken),
        TrainerProbes.Libtorch(Environment.GetEnvironmentVariable("LIBTORCH")),
        TrainerProbes.Shim(AppContext.BaseDirectory),
        Broker(),
        await TrainerProbes.Gpu(cancellationToken),
    ];

    private static Finding Broker()
    {
        const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
        return new Finding("RabbitMQ server", File.Exists(Server), File.Exists(Server) ? Server : "not installed",
            "--bus rabbitmq with a private broker, and its tests", "apt-get install -y --no-install-recommends rabbitmq-server");
    }

    private static int Report(IReadOnlyList<Finding> findings, IAnsiConsole console)
    {
        // Lines, not a table: they survive any width and can be searched.
        foreach (var finding in findings)
        {
            var mark = finding.Found ? "[green]found  [/]" : finding.DemoNeedsIt ? "[red]MISSING[/]" : "[yellow]missing[/]";
            console.MarkupLine($"{mark} [bold]{finding.Name,-17}[/] {Markup.Escape(finding.Detail)}");
            if (!finding.Found)
            {
                console.MarkupLine($"          needed for: {Markup.Escape(finding.NeededFor)}");
                console.MarkupLine($"          get it:     {Markup.Escape(finding.Get)}");
            }
        }
        var blocking = findings.Where(static f => f is { Found: false, DemoNeedsIt: true }).Select(static f => f.Name).ToList();
        console.WriteLine();
        console.MarkupLine(blocking.Count == 0 ? "The demo can run: ./judges demo" : $"The demo cannot run without: {Markup.Escape(string.Join("; ", blocking))}");
        return blocking.Count == 0 ? 0 : 1;
    }
}
