using Judges.Training.Runs;

namespace Trainer.Tests.Runs;

public sealed class PromptBudgetTests
{
    [Theory]
    [InlineData(new[] { 8, 8 }, new[] { 1.0, 1.0 }, new[] { 8, 8 })]
    [InlineData(new[] { 8, 8 }, new[] { 0.0, 1.0 }, new[] { 3, 13 })]
    [InlineData(new[] { 8, 8 }, new[] { 0.0, 0.0 }, new[] { 8, 8 })]
    [InlineData(new[] { 4, 8 }, new[] { 0.5, 0.5 }, new[] { 4, 8 })]
    [InlineData(new[] { 1, 1, 1 }, new[] { 0.0, 1.0, 1.0 }, new[] { 1, 1, 1 })]
    [InlineData(new[] { 16 }, new[] { 0.3 }, new[] { 16 })]
    public void Prompts_go_where_less_is_solved_and_their_number_stays(int[] prompts, double[] unsolved, int[] expected) =>
        Assert.Equal(expected, PromptBudget.Deal(prompts, unsolved));
}
