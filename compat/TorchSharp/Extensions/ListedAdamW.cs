using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>An AdamW step (arXiv 1711.05101) over lists of tensors of one device and type: one kernel where there is one, a few calls where not.</summary>
public readonly record struct ListedAdamW(double LearningRate, double Beta1, double Beta2, double Epsilon, double WeightDecay)
{
    /// <summary>The denominators take as much memory again as the parameters they belong to, so a call covers this many elements.</summary>
    private const long MostElements = 1L << 26;

    public bool Maximize { get; init; }

    /// <param name="step">number of this step, the first being 1</param>
    /// <param name="largest">the largest second moments so far, or null where they are not used</param>
    public void Update(Tensor[] parameters, Tensor[] gradients, Tensor[] first, Tensor[] second, long step, Tensor[]? largest = null)
    {
        if (parameters.Length == 0) return;
        if (parameters[0].is_cuda && Aten._fused_adamw_.Exists)
        {
            Fused(parameters, gradients, first, second, step, largest);
            return;
        }
        if (!Aten._foreach_sqrt.Exists)
        {
            OneByOne(parameters, gradients, first, second, step, largest);
            return;
        }
        foreach (var part in Parts(parameters))
            Listed(parameters[part], gradients[part], first[part], second[part], step, largest?[part]);
    }

    private void Fused(Tensor[] parameters, Tensor[] gradients, Tensor[] first, Tensor[] second, long step, Tensor[]? largest)
    {
        using var count = full(Array.Empty<long>(), (double)step, ScalarType.Float32, parameters[0].device);
        var counts = new Tensor[parameters.Length];
        Array.Fill(counts, count);
        Aten._fused_adamw_.Run(parameters, gradients, first, second, largest ?? [], counts, LearningRate, Beta1, Beta2, WeightDecay, Epsilon, largest is not null, Maximize);
    }

    // p ← p(1-λη),  m ← β₁m + (1-β₁)g,  v ← β₂v + (1-β₂)g²,  p ← p - η/(1-β₁ᵗ) · m / (√v/√(1-β₂ᵗ) + ε)
    private void Listed(Tensor[] parameters, Tensor[] gradients, Tensor[] first, Tensor[] second, long step, Tensor[]? largest)
    {
        using var scope = NewDisposeScope();
        var slopes = Maximize ? Aten._foreach_neg.CallList(gradients) : gradients;
        if (WeightDecay != 0) Aten._foreach_mul__Scalar.Run(parameters, 1 - LearningRate * WeightDecay);
        Aten._foreach_mul__Scalar.Run(first, Beta1);
        Aten._foreach_add__List.Run(first, slopes, 1 - Beta1);
        Aten._foreach_mul__Scalar.Run(second, Beta2);
        Aten._foreach_addcmul__Scalar.Run(second, slopes, slopes, 1 - Beta2);
        if (largest is not null)
            for (var i = 0; i < largest.Length; i++) Aten.maximum_out.Run(largest[i], second[i], largest[i]);
        var denominators = Aten._foreach_sqrt.CallList(largest ?? second);
        Aten._foreach_div__Scalar.Run(denominators, Math.Sqrt(1 - Math.Pow(Beta2, step)));
        Aten._foreach_add__Scalar.Run(denominators, Epsilon);
        Aten._foreach_addcdiv__Scalar.Run(parameters, first, denominators, -LearningRate / (1 - Math.Pow(Beta1, step)));
    }

    /// <summary>The same without operators over lists; the same bits as with those of libtorch 1.13.</summary>
    internal void OneByOne(Tensor[] parameters, Tensor[] gradients, Tensor[] first, Tensor[] second, long step, Tensor[]? largest = null)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            using var scope = NewDisposeScope();
            var slope = Maximize ? gradients[i].neg() : gradients[i];
            if (WeightDecay != 0) parameters[i].mul_(1 - LearningRate * WeightDecay);
            first[i].mul_(Beta1).add_(slope, 1 - Beta1);
            second[i].mul_(Beta2).addcmul_(slope, slope, 1 - Beta2);
            largest?[i].copy_(largest[i].maximum(second[i]));
            var denominator = (largest?[i] ?? second[i]).sqrt().div_(Math.Sqrt(1 - Math.Pow(Beta2, step))).add_(Epsilon);
            parameters[i].addcdiv_(first[i], denominator, -LearningRate / (1 - Math.Pow(Beta1, step)));
        }
    }

    private static IEnumerable<Range> Parts(Tensor[] parameters)
    {
        var (start, elements) = (0, 0L);
        for (var i = 0; i < parameters.Length; i++)
        {
            elements += parameters[i].NumberOfElements;
            if (elements < MostElements && i < parameters.Length - 1) continue;
            yield return start..(i + 1);
            (start, elements) = (i + 1, 0);
        }
    }
}
