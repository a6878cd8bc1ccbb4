using Judges.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Judges.Training.Learning;

/// <summary>
/// AdamW (arXiv 1711.05101). Written out rather than taken from the tensor library because its moments belong in the checkpoint
/// under the names of their parameters.
/// <code>
/// θ ← θ − lr·λ·θ;  m ← β₁m + (1−β₁)g;  v ← β₂v + (1−β₂)g²;  θ ← θ − lr/(1−β₁ᵗ) · m / (√v/√(1−β₂ᵗ) + ε)
/// </code>
/// λ is 0 for vectors: norms are not decayed.
/// </summary>
internal sealed class AdamW : IDisposable
{
    private readonly GrpoOptions _options;
    private readonly List<Slot> _slots = [];

    public AdamW(ParameterSet parameters, GrpoOptions options)
        : this(parameters.Trained, options)
    {
    }

    public AdamW(IEnumerable<KeyValuePair<string, Tensor>> parameters, GrpoOptions options)
    {
        _options = options;
        foreach (var (name, parameter) in parameters)
            _slots.Add(new(name, parameter, Zeros(parameter), Zeros(parameter)));

        static Tensor Zeros(Tensor like) => zeros(like.shape).DetachFromDisposeScope();
    }

    /// <summary>Updates made so far.</summary>
    public long Updates { get; set; }

    /// <summary>The moments by name, for the checkpoint.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> Moments => _slots.SelectMany(static slot => new KeyValuePair<string, Tensor>[]
    {
        new($"{slot.Name}.exp_avg", slot.Mean), new($"{slot.Name}.exp_avg_sq", slot.Variance),
    });

    /// <summary>Scales the gradients so that their joint length is at most <paramref name="maxNorm"/>; answers the length before.</summary>
    public double ClipGradients(double maxNorm)
    {
        using var guard = no_grad();
        Tensor[] gradients = [.. _slots.Select(static slot => slot.Parameter.grad).OfType<Tensor>()];
        if (gradients.Length == 0)
            return 0;

        var norm = stack(gradients.Select(static gradient => gradient.norm())).norm().ToDouble();
        var factor = maxNorm / (norm + 1e-6);
        if (factor < 1)
        {
            foreach (var gradient in gradients)
                gradient.mul_(factor);
        }

        return norm;
    }

    public void Step(double learningRate)
    {
        using var guard = no_grad();
        Updates++;
        var stepSize = learningRate / (1 - Math.Pow(_options.Beta1, Updates));
        var varianceScale = Math.Sqrt(1 - Math.Pow(_options.Beta2, Updates));
        foreach (var slot in _slots)
        {
            if (slot.Parameter.grad is not { } gradient)
                continue;
            if (_options.WeightDecay > 0 && slot.Parameter.shape.Length > 1)
                slot.Parameter.mul_(1 - learningRate * _options.WeightDecay);
            slot.Mean.mul_(_options.Beta1).add_(gradient, 1 - _options.Beta1);
            slot.Variance.mul_(_options.Beta2).addcmul_(gradient, gradient, 1 - _options.Beta2);
            slot.Parameter.addcdiv_(slot.Mean, (slot.Variance.sqrt() / varianceScale).add_(_options.AdamEpsilon), -stepSize);
        }
    }

    public void ZeroGradients()
    {
        foreach (var slot in _slots)
            slot.Parameter.grad = null;
    }

    public void Dispose()
    {
        foreach (var (_, tensor) in Moments)
            tensor.Dispose();
    }

    private readonly record struct Slot(string Name, Tensor Parameter, Tensor Mean, Tensor Variance);
}
