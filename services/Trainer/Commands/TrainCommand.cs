using System.CommandLine;
using Judges.Training.Recipes;
using Judges.Training.Runs;

namespace Judges.Training.Commands;

/// <summary><c>./judges train</c>: a recipe from a file, or a run that is continued.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var recipe = new Argument<string?>("RECIPE")
        {
            Description = "The recipe, a YAML file; `demo` is the built-in one.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var resume = new Option<string?>("--resume") { Description = "Continue the run in this directory from its last checkpoint." };
        var print = new Option<bool>("--print-recipe") { Description = "Print the recipe with all its defaults and stop: a start for your own." };
        var command = new Command("train", "Train a policy with GRPO on judged rollouts.")
        {
            recipe, resume, print, RunOptions.Seed, RunOptions.Steps, RunOptions.Out, RunOptions.Bus, RunOptions.Broker, RunOptions.Plain,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(recipe) is null == result.GetValue(resume) is null)
                result.AddError("Give either a RECIPE or --resume DIRECTORY. Example: ./judges train samples/recipes/reverse.yaml");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var directory = parsed.GetValue(resume);
            Func<Recipe> read = directory is null
                ? () => Read(parsed.GetValue(recipe)!)
                : () => Read(new RunDirectory(Existing(directory)).Recipe);
            if (parsed.GetValue(print))
                return RunCommand.Print(read, parsed.InvocationConfiguration.Output);
            return RunCommand.Execute(read, directory, parsed, cancellationToken);
        });
        return command;
    }

    private static Recipe Read(string path)
    {
        if (path is "demo")
            return RecipeReader.Parse(RecipeReader.DemoYaml());
        if (!File.Exists(path))
            throw new RecipeException($"there is no recipe at {path}");
        try
        {
            return RecipeReader.Parse(File.ReadAllText(path));
        }
        catch (RecipeException fault)
        {
            throw new RecipeException($"{path}: {fault.Message}");
        }
    }

    private static string Existing(string directory) => Directory.Exists(directory)
        ? directory
        : throw new RecipeException($"there is no run directory at {directory}");
}
