using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Ownership;

public sealed class NativeMemoryTests
{
    [Fact]
    public void Training_steps_leave_no_tensor_behind()
    {
        using var model = nn.ModuleList(nn.Linear(8, 16), nn.Linear(16, 4));
        using var optimizer = optim.AdamW(model.parameters(), weight_decay: 0.1);
        using var data = randn(5, 8);
        Step();
        Settle();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 50; i++)
        {
            Step();
            Assert.Equal(before, Tensor.TotalCount);
        }

        void Step()
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var hidden = nn.functional.silu(model[0].call(data));
            var logits = model[1].call(hidden);
            var loss = logits.log_softmax(-1)[.., 0].mean().neg() + logits[logits > 0].sum() * 0.1;
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 1);
            optimizer.step();
            Assert.True(double.IsFinite(loss.ToDouble()));
        }
    }

    /// <summary>Handles are counted above; this is the memory behind them, the managed heap, and the autograd graph.</summary>
    [Fact]
    public void Ten_thousand_steps_leave_the_memory_of_the_process_as_it_was()
    {
        const int warmUp = 2_000, rounds = 8, steps = 1_000;
        const long mostGrowth = 512L << 10; // half a kilobyte a step would be as much
        using var weight = randn(16, 16).requires_grad_();
        using var optimizer = optim.AdamW([new TorchSharp.Modules.Parameter(weight.detach())]);
        using var data = randn(4, 16);
        Grow(warmUp);
        // Heaps and compiled code still take their place in some rounds; a leak grows in all.
        Assert.InRange(Enumerable.Range(0, rounds).Min(_ => Grow(steps)), long.MinValue, mostGrowth);

        long Grow(int steps)
        {
            var before = Resident();
            for (var i = 0; i < steps; i++) Step();
            return Resident() - before;
        }

        void Step()
        {
            using var scope = NewDisposeScope();
            var hidden = Recomputation.Of(input => input.mm(weight).tanh(), data);
            var loss = Halved.apply(hidden).square().mean();
            loss.backward();
            weight.grad = null;
            optimizer.parameters().Single().grad = ones(16, 16);
            optimizer.step();
        }
    }

    private static long Resident()
    {
        Settle();
        return long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }

    private sealed class Halved : autograd.SingleTensorFunction<Halved>
    {
        public override string Name => nameof(Halved);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0]]);
            return (Tensor)vars[0] * 0.5;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output * 0.5];
    }

    [Fact]
    public void A_failed_call_leaves_no_tensor_behind()
    {
        Settle();
        using var scope = NewDisposeScope();
        var x = ones(2, 3);
        var before = Tensor.TotalCount;
        for (var i = 0; i < 20; i++) Assert.Throws<TorchException>(() => x.mm(x));
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Forgotten_tensors_are_collected()
    {
        Settle();
        var before = Tensor.TotalCount;
        Forget();
        Settle();
        Assert.Equal(before, Tensor.TotalCount);

        static void Forget()
        {
            for (var i = 0; i < 100; i++) _ = ones(3);
        }
    }

    private static void Settle()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
