using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with the weight decay apart from the gradient (Loshchilov and Hutter, 2019).</summary>
/// <remarks>A step is a handful of calls over lists of tensors, however many parameters there are.</remarks>
public partial class AdamW : OptimizerHelper, optim.IBetas
{
    private readonly Options defaults;

    public AdamW(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup(parameters, new Options())], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize) { }

    public AdamW(IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        if (lr < 0) throw new ArgumentOutOfRangeException(nameof(lr), lr, "A learning rate is not negative.");
        if (beta1 is < 0 or >= 1) throw new ArgumentOutOfRangeException(nameof(beta1), beta1, "A decay rate is in [0, 1).");
        if (beta2 is < 0 or >= 1) throw new ArgumentOutOfRangeException(nameof(beta2), beta2, "A decay rate is in [0, 1).");
        defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        };
        foreach (var group in parameters) add_param_group(group);
    }

    public (double, double) Betas
    {
        get => (((ParamGroup)_parameter_groups[0]).Options.beta1!.Value, ((ParamGroup)_parameter_groups[0]).Options.beta2!.Value);
        set
        {
            foreach (var group in _parameter_groups.Cast<ParamGroup>()) group.Betas = value;
        }
    }

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        if (param_group is not ParamGroup group) throw new ArgumentException("A group of AdamW is an AdamW.ParamGroup.", nameof(param_group));
        group.Options.FillFrom(defaults);
        foreach (var parameter in group.Parameters)
        {
            if (states.ContainsKey(parameter)) throw new ArgumentException("A parameter is in one group only.", nameof(param_group));
            var state = new State(parameter);
            state.Initialize(group.Options);
            states.Add(parameter, state);
        }
        base.add_param_group(group);
    }

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
            using (enable_grad())
                loss = closure();
        using var _ = no_grad();
        foreach (var group in _parameter_groups.Cast<ParamGroup>())
            foreach (var batch in AdamWBatch.Collect(group, parameter => (State)states[parameter]))
                using (batch) batch.Update(group.Options);
        return loss;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var state in states.Values.Cast<State>()) state.Dispose();
        base.Dispose(disposing);
    }
}
