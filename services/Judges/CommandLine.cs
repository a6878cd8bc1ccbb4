using System.CommandLine;
using Judges.Standalone.Doctor;
using Judges.Standalone.Evaluation;
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
            EvalCommand.Create(),
            ServeCommand.Create(),
            DoctorCommand.Create(),
        };
        root.HelpName = "./judges";
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) };
        try
        {
            return await root.Parse(args).InvokeAsync(invocation);
        }
        catch (UserErrorException mistake)
        {
            await Console.Error.WriteLineAsync("judges: " + mistake.Message);
            return mistake.ExitCode;
        }
        catch (OptionsValidationException options)
        {
            await Console.Error.WriteLineAsync("judges: " + string.Join(' ', options.Failures));
            return 1;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }
}
