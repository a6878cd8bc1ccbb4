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
    // A parameter's four tensors are gone through nine times: in parts of this size they stay in the cache while that is done.
    private const long MostElements = 1 << 15;

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
            var kept = slot.Parameter.shape.Length > 1 ? 1 - learningRate * _options.WeightDecay : 1;
            foreach (var part in slot.Parts(gradient, MostElements))
            {
                using var scope = NewDisposeScope();
                Update(part(slot.Parameter), part(gradient), part(slot.Mean), part(slot.Variance), kept);
            }
        }

        void Update(Tensor parameter, Tensor gradient, Tensor mean, Tensor variance, double kept)
        {
            if (kept != 1)
                parameter.mul_(kept);
            mean.mul_(_options.Beta1).add_(gradient, 1 - _options.Beta1);
            variance.mul_(_options.Beta2).addcmul_(gradient, gradient, 1 - _options.Beta2);
            parameter.addcdiv_(mean, (variance.sqrt() / varianceScale).add_(_options.AdamEpsilon), -stepSize);
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

    private readonly record struct Slot(string Name, Tensor Parameter, Tensor Mean, Tensor Variance)
    {
        // Views of this size or less, of the parameter and of whatever else has its shape; the whole where it is not one stretch of memory.
        public IEnumerable<Func<Tensor, Tensor>> Parts(Tensor gradient, long size)
        {
            var count = Parameter.numel();
            if (count <= size || !Parameter.is_contiguous() || !gradient.is_contiguous())
            {
                yield return static whole => whole;
                yield break;
            }

            for (long start = 0; start < count; start += size)
            {
                var (from, length) = (start, Math.Min(size, count - start));
                yield return whole => whole.view(-1).narrow(0, from, length);
            }
        }
    }
}
