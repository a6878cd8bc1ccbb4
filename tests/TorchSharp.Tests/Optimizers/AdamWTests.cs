using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

public sealed class AdamWTests
{
    private const double Rate = 0.1, Beta1 = 0.9, Beta2 = 0.99, Eps = 1e-8, Decay = 0.05;

    [Fact]
    public void The_first_step_is_the_one_worked_out_by_hand()
    {
        // With bias correction the first step is lr·g/(|g|+ε), after the decay p·(1-lr·λ).
        using var x = new Parameter(tensor([1.0, -2.0]));
        using var optimizer = optim.AdamW([x], lr: 0.1, weight_decay: 0.5);
        x.grad = tensor([0.5, -4.0]);
        optimizer.step();
        Near.Equal([1 * 0.95 - 0.1, -2 * 0.95 + 0.1], x, 1e-7);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Many_steps_follow_the_formula(bool amsgrad, bool maximize)
    {
        double[] value = [1, -2, 0.5];
        double[] first = new double[3], second = new double[3], largest = new double[3];
        using var x = new Parameter(tensor(value));
        using var optimizer = optim.AdamW([x], Rate, Beta1, Beta2, Eps, Decay, amsgrad, maximize);
        for (var step = 1; step <= 7; step++)
        {
            double[] gradient = [step * 0.3, 1.0 / step, step % 2 == 0 ? 2 : -1];
            x.grad = tensor(gradient);
            optimizer.step();
            for (var i = 0; i < value.Length; i++)
            {
                var g = maximize ? -gradient[i] : gradient[i];
                value[i] -= Rate * Decay * value[i];
                first[i] = Beta1 * first[i] + (1 - Beta1) * g;
                second[i] = Beta2 * second[i] + (1 - Beta2) * g * g;
                largest[i] = Math.Max(largest[i], second[i]);
                var corrected = (amsgrad ? largest[i] : second[i]) / (1 - Math.Pow(Beta2, step));
                value[i] -= Rate / (1 - Math.Pow(Beta1, step)) * first[i] / (Math.Sqrt(corrected) + Eps);
            }
            Near.Equal(value, x, 1e-12);
        }
    }

    [Fact]
    public void A_saved_state_resumes_to_the_bit()
    {
        var (one, other) = (Run(6), Run(3, thenResume: 3));
        Assert.Equal(one, other);
    }

    [Fact]
    public void A_group_has_its_own_rate_and_decay()
    {
        using var x = new Parameter(tensor([1.0]));
        using var y = new Parameter(tensor([1.0]));
        using var optimizer = optim.AdamW([new AdamW.ParamGroup([x], lr: 0.1, weight_decay: 0.5), new AdamW.ParamGroup { Parameters = [y] }], lr: 0.2);
        Assert.Equal([0.1, 0.2], optimizer.ParamGroups.Select(group => group.LearningRate));
        optimizer.ParamGroups.Last().LearningRate = 0.3;
        x.grad = tensor([1.0]);
        y.grad = tensor([1.0]);
        optimizer.step();
        Near.Equal([1 * 0.95 - 0.1], x, 1e-7);
        Near.Equal([1 - 0.3], y, 1e-7);
    }

    [Fact]
    public void Parameters_without_gradients_stay()
    {
        using var x = new Parameter(tensor([1.0]));
        using var optimizer = optim.AdamW([x], weight_decay: 0.5);
        optimizer.step();
        Near.Equal([1], x);
    }

    [Fact]
    public void Zero_grad_takes_the_gradients_away()
    {
        using var x = new Parameter(tensor([1.0]));
        using var optimizer = optim.AdamW([x]);
        x.pow(2).sum().backward();
        optimizer.zero_grad();
        Assert.Null(x.grad);
    }

    private static byte[] Run(int steps, int thenResume = 0)
    {
        using var scope = NewDisposeScope();
        var x = new Parameter(arange(5, dtype: float32));
        var optimizer = optim.AdamW([x], lr: 0.01, weight_decay: 0.1);
        for (var i = 0; i < steps; i++) Step(x, optimizer);
        if (thenResume > 0)
        {
            using var saved = new MemoryStream();
            optimizer.save_state_dict(new BinaryWriter(saved));
            saved.Position = 0;
            x = new Parameter(x.detach().clone());
            optimizer.Dispose();
            optimizer = optim.AdamW([x], lr: 1);
            optimizer.load_state_dict(new BinaryReader(saved));
            for (var i = 0; i < thenResume; i++) Step(x, optimizer);
        }
        optimizer.Dispose();
        return x.bytes.ToArray();
    }

    private static void Step(Parameter x, AdamW optimizer)
    {
        optimizer.zero_grad();
        (x.sin() * x).sum().backward();
        optimizer.step();
    }
}
