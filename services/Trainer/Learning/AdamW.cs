using Judges.Training.Models;
using TorchSharp;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Judges.Training.Learning;

/// <summary>
/// AdamW (arXiv 1711.05101), all parameters in a few calls. Its moments belong in the checkpoint under the names of their parameters, so
/// that they are kept here and not by an optimizer of the tensor library.
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
        using var scope = NewDisposeScope();
        Updates++;
        var slots = _slots.Select(static slot => (Slot: slot, Gradient: slot.Parameter.grad)).Where(static pair => pair.Gradient is not null);
        foreach (var alike in slots.GroupBy(static pair => pair.Slot.Parameter.shape.Length > 1))
        {
            var listed = new ListedAdamW(learningRate, _options.Beta1, _options.Beta2, _options.AdamEpsilon, alike.Key ? _options.WeightDecay : 0);
            foreach (var part in CachedParts.Of(alike.Select(static pair => (Tensor[])[pair.Slot.Parameter, pair.Gradient!, pair.Slot.Mean, pair.Slot.Variance])))
                listed.Update(part[0], part[1], part[2], part[3], Updates);
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
