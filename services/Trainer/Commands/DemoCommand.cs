using System.CommandLine;
using Judges.Training.Recipes;

namespace Judges.Training.Commands;

/// <summary><c>./judges demo</c>: the built-in recipe.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var command = new Command("demo", "R1-Zero in miniature: train a small MoE from random initialisation on verdicts of all three judges.")
        {
            RunOptions.Seed, RunOptions.Steps, RunOptions.Out, RunOptions.Bus, RunOptions.Broker, RunOptions.Plain,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunCommand.Execute(() => RecipeReader.Parse(RecipeReader.DemoYaml()), resume: null, parsed, cancellationToken));
        return command;
    }
}
