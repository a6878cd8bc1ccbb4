using Judges.Training.Recipes;

namespace Judges.Training.Tasks;

/// <summary>The built-in tasks by name.</summary>
internal static class TaskCatalogue
{
    private static readonly Dictionary<string, Func<ITaskSource>> Sources = new(StringComparer.Ordinal)
    {
        [ReverseDigits.TaskName] = static () => new ReverseDigits(),
        [PythonFunction.TaskName] = static () => new PythonFunction(),
    };

    /// <exception cref="RecipeException">There is no such task.</exception>
    public static ITaskSource Create(string name) => Sources.TryGetValue(name, out var source)
        ? source()
        : throw new RecipeException($"`tasks`: there is no task `{name}`; the tasks are {string.Join(", ", Sources.Keys)}");
}
