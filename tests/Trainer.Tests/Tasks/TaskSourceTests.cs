using Judges;
using Judges.Training.Recipes;
using Judges.Training.Rollouts;
using Judges.Training.Runs;
using Judges.Training.Tasks;
using Trainer.Tests.Rollouts;

namespace Trainer.Tests.Tasks;

public sealed class TaskSourceTests
{
    public static TheoryData<string> Names => [ReverseDigits.TaskName, PythonFunction.TaskName];

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_never_draws_a_held_out_problem_and_draws_fresh_ones(string name)
    {
        var task = TaskCatalogue.Create(name);
        var random = new SeededRandom(1);
        var heldOut = task.HeldOut(int.MaxValue).Select(static problem => problem.Prompt).ToHashSet(StringComparer.Ordinal);

        var drawn = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 2000; i++)
            drawn.Add(task.Draw(ref random).Prompt);

        Assert.NotEmpty(heldOut);
        Assert.True(drawn.Count >= 50, $"{drawn.Count} different prompts");
        Assert.Empty(drawn.Intersect(heldOut));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vocabulary_of_the_tasks_tokens_writes_every_prompt_and_answer(string name)
    {
        var task = TaskCatalogue.Create(name);
        var vocabulary = new Vocabulary([.. ThinkAnswerTokens.All, .. task.Tokens]);

        Assert.All(task.HeldOut(int.MaxValue), problem =>
        {
            Assert.Equal(problem.Prompt, vocabulary.Decode(vocabulary.Encode(problem.Prompt)));
            Assert.Equal(problem.GroundTruth, vocabulary.Decode(vocabulary.Encode(problem.GroundTruth)));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_judges_accept_the_ground_truth_and_only_that(string name)
    {
        using var host = TrainerHost.Build([]);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var problems = TaskCatalogue.Create(name).HeldOut(4);
        var groups = problems.Select((problem, number) => SampleRollouts.Of(
            number, problem,
            $"<think>{problem.Task}</think><answer>{problem.GroundTruth}</answer>",
            $"<think>{problem.Task}</think><answer>{problems[(number + 1) % problems.Count].GroundTruth}</answer>",
            problem.GroundTruth)).ToList();

        var judging = host.Services.GetRequiredService<RolloutJudging>();
        foreach (var group in groups)
            await judging.Publish("tasks", group, TestContext.Current.CancellationToken);
        await judging.Settle("tasks", groups, TestContext.Current.CancellationToken);

        Assert.All(groups, static group =>
        {
            Assert.Equal([true, false, false], group.Rollouts.Select(static rollout => rollout.Solved));
            Assert.Equal([true, true, false], group.Rollouts.Select(static rollout => rollout.Verdicts[JudgeNames.Format].Passed));
        });
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_task_that_does_not_exist_is_refused_with_those_that_do()
    {
        var fault = Assert.Throws<RecipeException>(() => TaskCatalogue.Create("chess"));

        Assert.Contains("reverse-digits, python-function", fault.Message, StringComparison.Ordinal);
    }
}
