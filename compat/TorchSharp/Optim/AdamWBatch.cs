using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that one sequence of list operators updates: the same device, dtype and step.</summary>
internal sealed class AdamWBatch : IDisposable
{
    private readonly List<Tensor> parameters = [];
    private readonly List<Tensor> gradients = [];
    private readonly List<AdamW.State> states = [];

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
        }
        return open.Values;
    }

    internal void Update(AdamW.Options options) =>
        new ListedAdamW(options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.weight_decay!.Value) { Maximize = options.maximize == true }
            .Update(
                [.. parameters],
                [.. gradients],
                [.. states.Select(static state => state.exp_avg)],
                [.. states.Select(static state => state.exp_avg_sq)],
                states[0].step,
                options.amsgrad == true ? [.. states.Select(static state => state.max_exp_avg_sq!)] : null);

    public void Dispose() => gradients.ForEach(static gradient => gradient.Dispose());

    private void Add(Tensor parameter, Tensor gradient, AdamW.State state)
    {
        parameters.Add(parameter);
        gradients.Add(gradient);
        states.Add(state);
    }
}
