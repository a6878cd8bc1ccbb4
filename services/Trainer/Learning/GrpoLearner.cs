using Judges.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Judges.Training.Learning;

/// <summary>
/// Improves a policy by one optimizer step per batch of rollouts. It draws no random number: the same policy, options and batches
/// give the same weights, to the bit, on the same machine.
/// </summary>
public sealed class GrpoLearner : IDisposable
{
    private readonly Decoder _policy;
    private readonly Decoder? _reference;
    private readonly GrpoOptions _options;
    private readonly PolicyLoss _loss;
    private readonly int _routedLayers;

    /// <param name="reference">Frozen policy to stay near to; needed exactly when <see cref="GrpoOptions.KlBeta"/> is above 0. The caller keeps it.</param>
    public GrpoLearner(Decoder policy, GrpoOptions options, Decoder? reference = null)
    {
        if (options.KlBeta > 0 != reference is not null)
            throw new ArgumentException("A reference policy goes with a KlBeta above 0, and only with it.", nameof(reference));

        (_policy, _options, _reference) = (policy, options, reference);
        _loss = new(options.ClipEpsilon, options.ClipEpsilonHigh, options.KlBeta, options.EntropyCap, options.Coverage);
        _routedLayers = policy.RoutedLayers;
        Optimizer = new AdamW(policy.Parameters, options);
    }

    /// <summary>Steps made so far.</summary>
    public long Steps { get; internal set; }

    /// <summary>Set by <see cref="Land"/>.</summary>
    public Landing? Landing { get; internal set; }

    internal AdamW Optimizer { get; }

    /// <summary>Brings the schedule to its end within so many further steps, from wherever it is now; a second call changes nothing.</summary>
    public void Land(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        Landing ??= new(Steps, _options.Schedule.Progress(Steps, null), steps);
    }

    /// <param name="batch">The rollouts to learn from.</param>
    public StepMetrics Step(IReadOnlyList<TrainingSequence> batch, CancellationToken cancellationToken)
    {
        Check(batch);
        using var scope = NewDisposeScope();
        var step = Steps + 1;
        var (learningRate, entropyBonus) = (_options.Schedule.LearningRateAt(step, Landing), _options.Schedule.EntropyBonusAt(step, Landing));
        int[] lengths = [.. batch.Select(static sequence => sequence.Completion.Tokens.Count)];
        var weights = _options.Normalization.TokenWeights(lengths, _options.MaxCompletionTokens);
        var totals = new StepTotals(_options, _routedLayers, _policy.Config.Experts);
        TrainingSequence[] sequences = [.. batch];

        Optimizer.ZeroGradients();
        foreach (var part in Microbatch.Cut(batch, _options.MicrobatchTokens))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Accumulate(sequences.AsSpan(part), weights.AsSpan(part), entropyBonus, 1.0 / lengths.Sum(), totals);
        }

        var gradNorm = Optimizer.ClipGradients(_options.MaxGradNorm);
        var applied = double.IsFinite(gradNorm);
        if (applied)
        {
            Optimizer.Step(learningRate);
            Balance(totals.Loads);
        }

        Optimizer.ZeroGradients();
        Steps = step;
        return totals.Metrics(step, gradNorm, applied, learningRate, entropyBonus);
    }

    public void Dispose() => Optimizer.Dispose();

    // Adds the gradient of one microbatch.
    private void Accumulate(
        ReadOnlySpan<TrainingSequence> sequences, ReadOnlySpan<float> weights, double entropyBonus, double entropyWeight, StepTotals totals)
    {
        using var scope = NewDisposeScope();
        var batch = Microbatch.Pack(sequences, weights);
        var (tokens, output) = Predict(_policy, batch, exploring: entropyBonus != 0);
        var reference = Reference(batch);
        var loss = _loss.Compute(
            new(
                tokens.Logprobs, tokens.Entropy, tokens.Coverage, tensor(batch.OldLogprobs), reference,
                tensor(batch.Advantages), tensor(batch.Weights), tensor(batch.Exploration), entropyWeight),
            entropyBonus);
        loss.backward();

        totals.AddLoss(loss.ToDouble());
        totals.AddTokens(batch, Values(tokens.Logprobs), Values(tokens.Entropy), reference is null ? null : Values(reference));
        for (var layer = 0; layer < output.ExpertLoads.Count; layer++)
            totals.AddLoad(layer, Values(output.ExpertLoads[layer]));
    }

    private Tensor? Reference(Microbatch batch)
    {
        if (_reference is null)
            return null;

        using var guard = no_grad();
        return Predict(_reference, batch, exploring: false).Tokens.Logprobs;
    }

    private (TokenDistribution Tokens, FusedDecoder.Output Output) Predict(Decoder decoder, Microbatch batch, bool exploring)
    {
        var path = _options.ExpertPath ?? ExpertPaths.For(decoder.Config, batch.Rows.Rows * batch.Rows.Columns);
        var fused = decoder.Fuse(path);
        var output = fused.Forward(batch.Rows, cache: null, countLoad: true);
        var logits = fused.Logits(output.Hidden.index_select(0, batch.Positions)); // [n, V]
        return (TokenDistribution.Of(logits, batch.Targets, entropyGradient: exploring, coverage: exploring && _options.Coverage > 0), output);
    }

    private void Balance(IReadOnlyList<float[]> loads)
    {
        foreach (var (bias, load) in _policy.BalanceBiases.Zip(loads))
            LoadBalance.Update(bias, tensor(load), _options.BalanceRate);
    }

    private void Check(IReadOnlyList<TrainingSequence> batch)
    {
        if (batch.Count == 0 || batch.Any(static sequence => sequence.Completion.Tokens.Count == 0 || sequence.Prompt.Length == 0))
            throw new ArgumentException("A batch has at least one sequence, and no sequence lacks a prompt or a completion.", nameof(batch));
        if (batch.FirstOrDefault(static sequence => sequence.Completion.Logprobs.Count != sequence.Completion.Tokens.Count) is { } unequal)
        {
            throw new ArgumentException(
                $"A completion of {unequal.Completion.Tokens.Count} tokens has {unequal.Completion.Logprobs.Count} log-probabilities.", nameof(batch));
        }

        if (_options.Normalization == LossNormalization.FixedLength && batch.Any(sequence => sequence.Completion.Tokens.Count > _options.MaxCompletionTokens))
            throw new ArgumentException($"A completion is longer than MaxCompletionTokens, {_options.MaxCompletionTokens}.", nameof(batch));
    }

    private static float[] Values(Tensor tensor) => tensor.detach().cpu().data<float>().ToArray();
}
