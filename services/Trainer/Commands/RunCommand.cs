using System.CommandLine;
using Judges.Training.Recipes;
using Judges.Training.Reports;
using Judges.Training.Runs;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Judges.Training.Commands;

/// <summary>What demo and train share: apply the options, start the host, run, report; faults in one sentence.</summary>
internal static class RunCommand
{
    private const int Failed = 1;
    private const int Interrupted = 130;

    /// <param name="read">Reads the recipe.</param>
    /// <param name="resume">The run directory to continue, or null to begin anew.</param>
    /// <param name="parsed">The command line.</param>
    public static async Task<int> Execute(Func<Recipe> read, string? resume, ParseResult parsed, CancellationToken cancellationToken)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            var recipe = read();
            recipe.Seed = parsed.GetValue(RunOptions.Seed) ?? recipe.Seed;
            recipe.Steps = parsed.GetValue(RunOptions.Steps) ?? recipe.Steps;
            RecipeReader.Check(recipe);
            var directory = new RunDirectory(resume ?? parsed.GetValue(RunOptions.Out) ?? Path.Combine("runs", $"{recipe.Name}-{recipe.Seed}"));
            var view = CreateView(parsed.GetValue(RunOptions.Plain), parsed.InvocationConfiguration.Output);
            using var host = TrainerHost.Build(RunOptions.Settings(parsed));
            await host.StartAsync(cancellationToken);
            try
            {
                await using var run = ActivatorUtilities.CreateInstance<TrainingRun>(host.Services, recipe, directory, view);
                await run.Execute(resume is not null, cancellationToken);
                return 0;
            }
            finally
            {
                await host.StopAsync(CancellationToken.None);
            }
        }
        catch (RecipeException fault)
        {
            await error.WriteLineAsync($"The recipe cannot be used: {fault.Message}");
        }
        catch (OptionsValidationException fault)
        {
            await error.WriteLineAsync(fault.Message);
        }
        catch (RunException fault)
        {
            await error.WriteLineAsync(fault.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Interrupted. The last checkpoint is kept; continue with ./judges train --resume DIRECTORY.");
            return Interrupted;
        }
        return Failed;
    }

    public static async Task<int> Print(Func<Recipe> read, TextWriter output)
    {
        await output.WriteAsync(RecipeReader.Write(read()));
        return 0;
    }

    private static IRunView CreateView(bool plain, TextWriter output) =>
        plain || Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive
            ? new PlainView(output, TimeProvider.System)
            : new LiveView(AnsiConsole.Console);
}
