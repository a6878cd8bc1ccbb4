using System.Globalization;
using Judges.Training.Generation;
using Judges.Training.Learning;
using Judges.Training.Recipes;
using Judges.Training.Reports;
using Judges.Training.Rollouts;
using Judges.Training.Tasks;

namespace Judges.Training.Runs;

/// <summary>
/// The whole loop: sample groups → publish rollouts → collect verdicts → rubric → advantages → policy update, between two held-out
/// evaluations. Resumable: what the next step does depends on the checkpoint and the recipe alone.
/// </summary>
internal sealed class TrainingRun : IAsyncDisposable
{
    // A judge that fails on everything teaches nothing: better to stop and say so than to burn the night.
    private const int FruitlessStepsAllowed = 5;

    // Enough to see what the policy is up to while it is stuck, little enough to leave on.
    private const int StepsBetweenSamples = 10;

    // A token in the wrong place costs a response its form, so that looking for content has to be rarer than looking for the form.
    private const double ContentShare = 0.2;

    private readonly Recipe _recipe;
    private readonly RunDirectory _directory;
    private readonly IRunView _view;
    private readonly VerdictLedger _ledger;
    private readonly TimeProvider _time;
    private readonly string _name;
    private readonly Mixture[] _tasks;
    private readonly Rubric _rubric;
    private readonly LengthPenalty _penalty;
    private readonly AdvantageEstimator _estimator;
    private readonly PolicySetup _policy;
    private readonly Rollouter _rollouter;
    private readonly Evaluator _evaluator;

    private RunState _state = new();
    private List<StepRecord> _steps = [];

    public TrainingRun(
        Recipe recipe, RunDirectory directory, IRunView view, RolloutJudging judging, VerdictLedger ledger, TimeProvider time)
    {
        _recipe = recipe;
        _directory = directory;
        _view = view;
        _ledger = ledger;
        _time = time;
        _name = string.Create(CultureInfo.InvariantCulture, $"{recipe.Name}-{recipe.Seed}");
        _rubric = new Rubric(recipe.Rubric.Select(static term => new RewardTerm(term.Key, term.Value)), recipe.Gate);
        _estimator = PolicySetup.Estimator(recipe.Learning.Advantage);
        ITaskSource[] sources = [.. recipe.Tasks.Select(static task => TaskCatalogue.Create(task.Name))];
        var vocabulary = new Vocabulary([.. ThinkAnswerTokens.All, .. sources.SelectMany(static source => source.Tokens)]);
        _penalty = new LengthPenalty(
            recipe.Penalties.Truncated, recipe.Penalties.ThoughtToken, vocabulary.Id(ThinkAnswerTokens.ThoughtStart), vocabulary.Id(ThinkAnswerTokens.ThoughtEnd));
        _tasks = [.. recipe.Tasks.Zip(sources, (task, source) => new Mixture(source, task.Prompts, new SamplingOptions
        {
            Temperature = recipe.Sampling.Temperature,
            MaxTokens = task.MaxTokens ?? recipe.Sampling.MaxTokens,
            EosToken = vocabulary.EndOfTextId,
        }))];
        _policy = PolicySetup.Create(recipe, vocabulary, LongestRow(vocabulary));
        _rollouter = new Rollouter(_policy.Generator, vocabulary, judging, _name, recipe.Seed);
        _evaluator = new Evaluator(_rollouter, judging, _name);
    }

    /// <param name="resume">Continue from the directory's last checkpoint.</param>
    /// <exception cref="RunException">There is nothing to resume, or the judges fail on everything.</exception>
    public async Task<RunSummary> Execute(bool resume, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        if (resume)
            Resume();
        else
            await Begin(cancellationToken);
        var earlier = _state.Seconds;

        await _view.During(() => Train(started, earlier, cancellationToken));

        var (after, samples) = await _evaluator.Evaluate(
            _tasks, _recipe.Evaluation.Problems, _recipe.Evaluation.Samples, _state.Step, cancellationToken);
        _state.Seconds = earlier + _time.GetElapsedTime(started).TotalSeconds;
        var summary = Summarise(after, samples);
        _directory.Write(summary);
        await File.WriteAllTextAsync(_directory.Report, HtmlReport.Write(summary, _steps, RecipeReader.Write(_recipe)), cancellationToken);
        foreach (var line in SummaryText.Lines(summary, _directory))
            _view.Say(line);
        return summary;
    }

    public ValueTask DisposeAsync()
    {
        _policy.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Begin(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(_directory.Recipe, RecipeReader.Write(_recipe), cancellationToken);
        _directory.WriteMetrics([]);
        _view.Say(string.Create(CultureInfo.InvariantCulture,
            $"{_name}: {_policy.ParameterCount:N0} parameters from random initialisation, tasks {string.Join(" and ", _tasks.Select(static mixture => mixture.Task.Name))}, at most {_recipe.Steps} steps; everything goes to {_directory.Path}"));
        var (before, samples) = await _evaluator.Evaluate(
            _tasks, _recipe.Evaluation.Problems, _recipe.Evaluation.Samples, 0, cancellationToken);
        _state.Before = before;
        _state.SamplesBefore = samples;
        _view.Say(SummaryText.Evaluation("untrained", before));
    }

    private void Resume()
    {
        _state = _policy.Load(_directory.Checkpoint)
            ?? throw new RunException($"There is no checkpoint in {_directory.Checkpoint}: nothing to resume. Start the run anew without --resume.");
        _rollouter.NextGroup = _state.NextGroup;
        _steps = _directory.ReadMetrics(_state.Step);
        _directory.WriteMetrics(_steps);
        _view.Say(string.Create(CultureInfo.InvariantCulture, $"{_name}: resumed after step {_state.Step}"));
    }

    private async Task Train(long started, double earlier, CancellationToken cancellationToken)
    {
        var fruitless = 0;
        var first = _state.Step;
        while (_state.Step < LastStep)
        {
            var step = await TakeStep(_state.Step + 1, cancellationToken);
            fruitless = step.Kept == 0 ? fruitless + 1 : 0;
            _state.Step = step.Record.Step;
            _state.NextGroup = _rollouter.NextGroup;
            _state.Seconds = earlier + _time.GetElapsedTime(started).TotalSeconds;
            _steps.Add(step.Record);
            _directory.Append(step.Record);
            var perStep = _time.GetElapsedTime(started) / (_state.Step - first);
            if (_state.LandingAt is null && StopRule.Solved(_recipe.Stop, _steps))
                Land();
            _view.Stepped(step.Record, LastStep, perStep * (LastStep - _state.Step));
            if (fruitless >= FruitlessStepsAllowed)
                throw new RunException($"The judges failed on every rollout of {fruitless} steps in a row, so there is nothing to learn from. Look at the judgeError lines above, and run ./judges doctor.");
            if (_state.Step % _recipe.Checkpoint.Every == 0)
                _policy.Save(_directory.Checkpoint, _name, _recipe.Seed, _state);
        }
        _policy.Save(_directory.Checkpoint, _name, _recipe.Seed, _state);
    }

    private int LastStep => Math.Min(_recipe.Steps, _state.LandingAt ?? int.MaxValue);

    private void Land()
    {
        _state.LandingAt = _state.Step + _recipe.Stop.LandingSteps;
        _policy.Learner.Land(_recipe.Stop.LandingSteps);
        _view.Say(string.Create(CultureInfo.InvariantCulture,
            $"solved after step {_state.Step}: {_recipe.Stop.LandingSteps} more steps let the learning rate run out"));
    }

    private async Task<(StepRecord Record, int Kept)> TakeStep(int step, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        var batch = await _rollouter.Sample(Mixtures(), step, _recipe.Sampling.GroupSize, _time, cancellationToken);
        var scored = batch.Groups.Select(group => ScoredGroup.Score(group, _rubric, _penalty, _estimator)).ToList();
        _state.Count(batch);
        if (step % StepsBetweenSamples == 1)
            _directory.Append(batch.Groups.Select(group => Scoreboard.Sample(group.Rollouts[0]) with { Step = step }));
        var kept = scored.SelectMany(group => group.Sequences(Exploration(group.Group.Problem.Task))).ToList();
        var updating = _time.GetTimestamp();
        var metrics = kept.Count > 0 ? _policy.Learner.Step(kept, cancellationToken) : null;
        return (StepRecords.Create(step, batch, scored, metrics, _time.GetElapsedTime(updating), _time.GetElapsedTime(started)), kept.Count);
    }

    private double Exploration(string task) => _recipe.Learning.EntropyFollowsAccuracy ? 1 - _state.Solved.GetValueOrDefault(task) : 1;

    private Mixture[] Mixtures()
    {
        double[] unsolved = [.. _tasks.Select(task => 1 - _state.Solved.GetValueOrDefault(task.Task.Name))];
        int[] prompts = [.. _tasks.Select(static task => task.Prompts)];
        if (_recipe.PromptsFollowAccuracy)
            prompts = PromptBudget.Deal(prompts, unsolved);
        return [.. _tasks.Select((task, i) => task with
        {
            Prompts = prompts[i],
            Sampling = task.Sampling with { UniformShare = _recipe.Sampling.UniformShare * Math.Max(1 - _state.Formatted, ContentShare * unsolved[i]) },
        })];
    }

    // Prompts are drawn all along the run, so their longest is a property of the tasks, read off the held-out ones.
    private int LongestRow(Vocabulary vocabulary) => _tasks.Max(mixture => mixture.Sampling.MaxTokens
        + mixture.Task.HeldOut(_recipe.Evaluation.Problems).Max(problem => vocabulary.Encode(problem.Prompt).Length));

    private RunSummary Summarise(EvaluationRecord after, IReadOnlyList<SampleRecord> samples) => new()
    {
        Run = _name,
        Seed = _recipe.Seed,
        Steps = _state.Step,
        Parameters = _policy.ParameterCount,
        Seconds = _state.Seconds,
        Rollouts = _state.Rollouts,
        Verdicts = _state.Verdicts,
        RepeatedVerdicts = _ledger.Ignored,
        JudgeErrors = _state.JudgeErrors,
        Before = _state.Before!,
        After = after,
        SamplesBefore = _state.SamplesBefore,
        SamplesAfter = samples,
    };
}
