using System.CommandLine;
using System.CommandLine.Invocation;
using Judges.Standalone.Answers;
using Judges.Standalone.Doctor;
using Judges.Standalone.Evaluation;
using Judges.Standalone.Images;
using Judges.Standalone.Judging;
using Judges.Standalone.Serving;
using Microsoft.Extensions.Options;

namespace Judges.Standalone;

/// <summary>The commands, and what becomes of their errors: one sentence for the user, never a stack trace for the user's own mistake.</summary>
internal static class CommandLine
{
    /// <summary>The exit code of a process that was interrupted: 128 + SIGINT.</summary>
    private const int Interrupted = 130;

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Deterministic judges of model-generated answers: math, code, format.")
        {
            JudgeCommand.Create(),
            MathCommand.Create(),
            ExtractCommand.Create(),
            EvalCommand.Create(),
            ServeCommand.Create(),
            ImagesCommand.Create(),
            DoctorCommand.Create(),
        };
        root.HelpName = "./judges";
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
        try
        {
            var parsed = root.Parse(args);
            if (parsed.Action is ParseErrorAction mistake)
                mistake.ShowHelp = false;
            if (parsed.CommandResult.Command == root)
                Shorten(root);
            return await parsed.InvokeAsync(invocation);
        }
        catch (UserErrorException user)
        {
            await Console.Error.WriteLineAsync("judges: " + user.Message);
            return user.ExitCode;
        }
        catch (OptionsValidationException options)
        {
            // The validator puts the option's name in front; our sentences name it themselves.
            await Console.Error.WriteLineAsync("judges: " + string.Join(' ', options.Failures.Select(static f => f[(f.IndexOf(": ", StringComparison.Ordinal) + 2)..])));
            return 1;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    /// <summary>The list of commands shows what each is for; its own --help shows the rest.</summary>
    private static void Shorten(RootCommand root)
    {
        foreach (var command in root.Subcommands)
            command.Description = command.Description?.Split('\n')[0];
    }
}
