using Judges.Training.Generation;
using Judges.Training.Rollouts;
using Judges.Training.Tasks;

namespace Judges.Training.Runs;

/// <summary>Draws prompts, lets the policy answer them, and sends the answers to the judges while it goes on.</summary>
internal sealed class Rollouter(Generator generator, Vocabulary vocabulary, RolloutJudging judging, string run, ulong seed)
{
    /// <summary>The number of the next group: a group's number is never used twice in a run.</summary>
    public long NextGroup { get; set; }

    /// <summary>Samples a training step's groups and waits for their verdicts.</summary>
    public async Task<RolloutBatch> Sample(
        IReadOnlyList<Mixture> tasks, int step, int groupSize, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var groups = new List<RolloutGroup>();
        foreach (var (place, mixture) in tasks.Index())
        {
            var random = new SeededRandom(seed, (ulong)step, (ulong)place);
            var problems = new Problem[mixture.Prompts];
            for (var i = 0; i < problems.Length; i++)
                problems[i] = mixture.Task.Draw(ref random);
            groups.AddRange(await Answer(problems, groupSize, mixture.Sampling, random.Next(), cancellationToken));
        }
        var generated = time.GetTimestamp();
        await judging.Settle(run, groups, cancellationToken);
        return new RolloutBatch(groups, time.GetElapsedTime(started, generated), time.GetElapsedTime(generated));
    }

    /// <summary>Answers problems and publishes the answers; a group per problem.</summary>
    public async Task<IReadOnlyList<RolloutGroup>> Answer(
        IReadOnlyList<Problem> problems, int groupSize, SamplingOptions options, ulong sampling, CancellationToken cancellationToken)
    {
        var prompts = problems.Select(problem => vocabulary.Encode(problem.Prompt)).ToArray();
        var completions = generator.Generate(prompts, groupSize, options, sampling, cancellationToken);
        var groups = new List<RolloutGroup>(problems.Count);
        foreach (var (i, problem) in problems.Index())
        {
            var number = NextGroup++;
            var rollouts = Enumerable.Range(0, groupSize).Select(index => Rollout(number, index, problem, completions[i * groupSize + index]));
            var group = new RolloutGroup(number, problem, prompts[i], [.. rollouts]);
            groups.Add(group);
            await judging.Publish(run, group, cancellationToken);
        }
        return groups;
    }

    private Rollout Rollout(long group, int index, Problem problem, Completion completion) => new()
    {
        Id = new RolloutId(group, index),
        Problem = problem,
        Completion = completion,
        Text = vocabulary.Decode(completion.Tokens),
    };
}

/// <summary>A task, how many of its prompts a step draws, and how they are answered.</summary>
internal sealed record Mixture(ITaskSource Task, int Prompts, SamplingOptions Sampling);

/// <summary>The judged groups of a step.</summary>
/// <param name="Groups">The groups, each rollout with its verdicts.</param>
/// <param name="Generating">Time until the last completion was published.</param>
/// <param name="Waiting">Time from then until the last verdict.</param>
internal sealed record RolloutBatch(IReadOnlyList<RolloutGroup> Groups, TimeSpan Generating, TimeSpan Waiting);
