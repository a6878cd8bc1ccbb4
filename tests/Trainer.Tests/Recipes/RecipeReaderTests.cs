using Judges.Training.Recipes;

namespace Trainer.Tests.Recipes;

public sealed class RecipeReaderTests
{
    private const string Smallest = "tasks: [{ name: reverse-digits }]\nrubric: { math: 1 }\n";

    [Fact]
    public void The_demo_recipe_reads_and_writes_back_the_same()
    {
        var recipe = RecipeReader.Parse(RecipeReader.DemoYaml());

        Assert.Equal(RecipeReader.Write(recipe), RecipeReader.Write(RecipeReader.Parse(RecipeReader.Write(recipe))));
        Assert.Equal("demo", recipe.Name);
    }

    [Fact]
    public void The_sample_recipes_are_recipes()
    {
        var folder = Path.Combine(RepositoryFolder.Path, "samples", "recipes");

        Assert.Contains("reverse", Directory.GetFiles(folder, "*.yaml").Select(file => RecipeReader.Parse(File.ReadAllText(file)).Name));
    }

    [Fact]
    public void Where_and_how_precisely_to_compute_is_read()
    {
        var compute = RecipeReader.Parse(Smallest + "compute: { device: auto, precision: bfloat16, recomputeActivations: true }").Compute;

        Assert.Equal((ComputeDevice.Auto, TorchSharp.torch.ScalarType.BFloat16, true), (compute.Device, compute.Type, compute.RecomputeActivations));
        Assert.Equal(ComputeDevice.Cpu, RecipeReader.Parse(Smallest).Compute.Device);
    }

    [Theory]
    [InlineData("stepz: 3", "stepz")]
    [InlineData("steps: many", "line 3")]
    [InlineData("steps: 0", "Steps")]
    [InlineData("model: { hidden: 50, heads: 4 }", "hidden must be a multiple")]
    [InlineData("model: { experts: 2, expertsPerToken: 3 }", "expertsPerToken")]
    [InlineData("sampling: { groupSize: 1 }", "GroupSize")]
    [InlineData("model: { heads: 4, kvHeads: 3 }", "kvHeads")]
    [InlineData("compute: { device: abacus }", "line 3")]
    [InlineData("model: { heads: 4, kvHeads: 2, copyInit: 0.5 }", "copyInit")]
    public void A_mistake_is_refused_with_a_reason(string line, string reason)
    {
        var fault = Assert.Throws<RecipeException>(() => RecipeReader.Parse(Smallest + line));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("rubric: { math: 1 }", "Tasks")]
    [InlineData("tasks: [{ name: reverse-digits }]\nrubric: { taste: 1 }", "taste")]
    [InlineData("tasks: [{ name: reverse-digits, prompts: 0 }]\nrubric: { math: 1 }", "Prompts")]
    public void What_a_recipe_needs_is_asked_for(string yaml, string reason)
    {
        var fault = Assert.Throws<RecipeException>(() => RecipeReader.Parse(yaml));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }
}
