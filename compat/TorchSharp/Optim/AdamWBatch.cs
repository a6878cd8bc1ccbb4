using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that one sequence of list operators updates: the same device, dtype and step.</summary>
internal sealed class AdamWBatch : IDisposable
{
    /// <summary>The denominators take as much memory again as the parameters of a batch, so a batch ends here.</summary>
    private const long MostElements = 1L << 26;

    private readonly List<Tensor> parameters = [];
    private readonly List<Tensor> gradients = [];
    private readonly List<AdamW.State> states = [];
    private long elements;

    internal static IEnumerable<AdamWBatch> Collect(AdamW.ParamGroup group, Func<Parameter, AdamW.State> stateOf)
    {
        var open = new Dictionary<(DeviceType, int, ScalarType, long), AdamWBatch>();
        foreach (var parameter in group.Parameters)
        {
            if (parameter.grad is not { } gradient) continue;
            var state = stateOf(parameter);
            var key = (parameter.device_type, parameter.device_index, parameter.dtype, ++state.step);
            if (!open.TryGetValue(key, out var batch)) open.Add(key, batch = new AdamWBatch());
            batch.Add(parameter, gradient, state);
            if (batch.elements < MostElements) continue;
            open.Remove(key);
            yield return batch;
        }
        foreach (var batch in open.Values) yield return batch;
    }

    internal void Update(AdamW.Options options)
    {
        Tensor[] first = [.. states.Select(static state => state.exp_avg)];
        Tensor[] second = [.. states.Select(static state => state.exp_avg_sq)];
        if (parameters[0].is_cuda && Aten._fused_adamw_.Exists) Fused(options, first, second);
        else Listed(options, first, second);
    }

    public void Dispose() => gradients.ForEach(static gradient => gradient.Dispose());

    private void Add(Tensor parameter, Tensor gradient, AdamW.State state)
    {
        parameters.Add(parameter);
        gradients.Add(gradient);
        states.Add(state);
        elements += parameter.NumberOfElements;
    }

    // m ← β₁m + (1-β₁)g,  v ← β₂v + (1-β₂)g²,  p ← p(1-λη) - η/(1-β₁ᵗ) · m / (√v/√(1-β₂ᵗ) + ε)
    private void Listed(AdamW.Options options, Tensor[] first, Tensor[] second)
    {
        using var scope = NewDisposeScope();
        var (rate, beta1, beta2, step) = (options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, states[0].step);
        Tensor[] values = [.. parameters];
        var slopes = options.maximize == true ? Aten._foreach_neg.CallList(gradients.ToArray()) : [.. gradients];
        if (options.weight_decay is { } decay and not 0) Aten._foreach_mul__Scalar.Run(values, 1 - rate * decay);
        Aten._foreach_mul__Scalar.Run(first, beta1);
        Aten._foreach_add__List.Run(first, slopes, 1 - beta1);
        Aten._foreach_mul__Scalar.Run(second, beta2);
        Aten._foreach_addcmul__Scalar.Run(second, slopes, slopes, 1 - beta2);
        var denominators = Aten._foreach_sqrt.CallList(options.amsgrad == true ? Largest(second) : second);
        Aten._foreach_div__Scalar.Run(denominators, Math.Sqrt(1 - Math.Pow(beta2, step)));
        Aten._foreach_add__Scalar.Run(denominators, options.eps!.Value);
        Aten._foreach_addcdiv__Scalar.Run(values, first, denominators, -rate / (1 - Math.Pow(beta1, step)));
    }

    private void Fused(AdamW.Options options, Tensor[] first, Tensor[] second)
    {
        using var scope = NewDisposeScope();
        var step = full(Array.Empty<long>(), states[0].step, ScalarType.Float32, parameters[0].device);
        Tensor[] largest = options.amsgrad == true ? [.. states.Select(static state => state.max_exp_avg_sq!)] : [];
        Aten._fused_adamw_.Run(parameters.ToArray(), gradients.ToArray(), first, second, largest, Enumerable.Repeat(step, states.Count).ToArray(),
            options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.weight_decay!.Value, options.eps!.Value,
            options.amsgrad!.Value, options.maximize!.Value);
    }

    /// <summary>The largest second moments so far, brought up to date.</summary>
    private Tensor[] Largest(Tensor[] second)
    {
        Tensor[] largest = [.. states.Select(static state => state.max_exp_avg_sq!)];
        for (var i = 0; i < largest.Length; i++) Aten.maximum_out.Run(largest[i], second[i], largest[i]);
        return largest;
    }
}
