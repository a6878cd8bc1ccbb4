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
