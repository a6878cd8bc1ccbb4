using System.ComponentModel.DataAnnotations;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Judges.Training.Recipes;

/// <summary>Reads recipes and says which line is wrong, and why.</summary>
internal static class RecipeReader
{
    /// <summary>The recipe of <c>./judges demo</c>.</summary>
    public static string DemoYaml()
    {
        using var stream = typeof(RecipeReader).Assembly.GetManifestResourceStream("demo.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <exception cref="RecipeException">The text is no recipe; the message says where and why.</exception>
    public static Recipe Parse(string yaml)
    {
        Recipe? recipe;
        try
        {
            recipe = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build().Deserialize<Recipe>(yaml);
        }
        catch (YamlException fault)
        {
            throw new RecipeException($"line {fault.Start.Line}: {fault.InnerException?.Message ?? fault.Message}");
        }
        if (recipe is null)
            throw new RecipeException("the recipe is empty");
        Check(recipe);
        return recipe;
    }

    public static string Write(Recipe recipe) =>
        new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance)
            .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull).Build().Serialize(recipe);

    /// <summary>Checks every section's ranges and what one section asks of another.</summary>
    public static void Check(Recipe recipe)
    {
        foreach (var (name, section) in Sections(recipe))
        {
            var defects = new List<ValidationResult>();
            if (section is null)
                throw new RecipeException($"`{name}` is empty");
            if (!Validator.TryValidateObject(section, new ValidationContext(section), defects, validateAllProperties: true))
                throw new RecipeException($"`{name}`: {defects[0].ErrorMessage}");
        }
        if (recipe.Rubric.Keys.FirstOrDefault(static judge => judge is not (JudgeNames.Code or JudgeNames.Math or JudgeNames.Format)) is { } stranger)
            throw new RecipeException($"`rubric`: there is no judge `{stranger}`; the judges are code, math and format");
        if (recipe.Gate is { } gate && !recipe.Rubric.ContainsKey(gate))
            throw new RecipeException($"`gate`: `{gate}` is none of the rubric's judges");
        if (recipe.Model.Hidden % (2 * recipe.Model.Heads) != 0)
            throw new RecipeException("`model`: hidden must be a multiple of 2 × heads");
        if (recipe.Model.Heads % (recipe.Model.KvHeads ?? recipe.Model.Heads) != 0)
            throw new RecipeException("`model`: heads must be a multiple of kvHeads");
        if (recipe.Model.CopyInit > 0 && (recipe.Model.KvHeads ?? recipe.Model.Heads) != recipe.Model.Heads)
            throw new RecipeException("`model`: copyInit needs as many kvHeads as heads");
        if (recipe.Model.ExpertsPerToken > recipe.Model.Experts)
            throw new RecipeException("`model`: expertsPerToken cannot exceed experts");
    }

    private static IEnumerable<(string Name, object? Section)> Sections(Recipe recipe) =>
    [
        ("recipe", recipe), ("model", recipe.Model), ("penalties", recipe.Penalties), ("sampling", recipe.Sampling), ("learning", recipe.Learning), ("stop", recipe.Stop),
        ("evaluation", recipe.Evaluation), ("checkpoint", recipe.Checkpoint), .. recipe.Tasks.Select(static task => ("tasks", (object?)task)),
    ];
}

/// <summary>A recipe cannot be used; the message says why.</summary>
internal sealed class RecipeException(string message) : Exception(message);
