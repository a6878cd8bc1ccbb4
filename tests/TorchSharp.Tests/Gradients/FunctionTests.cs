using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Gradients;

public sealed class FunctionTests
{
    [Fact]
    public void A_derivative_of_its_own_is_used()
    {
        var x = tensor([2f, -3f]).requires_grad_();
        var y = Cube.apply(x, 10);
        y.sum().backward();
        Near.Equal([80, -270], y);
        Near.Equal([3 * 4, 3 * 9], x.grad!);   // the factor is left out of the derivative on purpose
    }

    [Fact]
    public void Several_tensors_go_in_and_come_out()
    {
        var (x, y) = (tensor(3f).requires_grad_(), tensor(5f));
        var results = SumAndProduct.apply(x, y);
        (results[0] + results[1] * 2).backward();
        Near.Equal([8, 15], stack(results));
        Near.Equal([1 + 2 * 5], x.grad!);
        Assert.Null(y.grad);
    }

    [Fact]
    public void What_either_half_throws_reaches_the_caller()
    {
        var x = ones(1).requires_grad_();
        var forward = Assert.Throws<TorchException>(() => Failing.apply(x, true));
        Assert.Equal("Failing: no way forward", forward.Message);
        Assert.IsType<InvalidOperationException>(forward.InnerException);
        var loss = Failing.apply(x, false);
        Assert.Contains("Failing: no way back", Assert.Throws<TorchException>(() => loss.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_tensor_that_changed_is_an_error()
    {
        var x = tensor([2f]).requires_grad_();
        var source = x * 1;
        var y = Cube.apply(source, 1);
        using (no_grad()) source.add_(1);
        Assert.Contains("modified by an inplace operation", Assert.Throws<TorchException>(() => y.sum().backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_context_is_there_for_the_halves_alone() =>
        Assert.Throws<InvalidOperationException>(() => Leaking.Kept(ones(1)).get_saved_variables());

    [Fact]
    public void Nothing_is_left_behind()
    {
        Run();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 20; i++) Run();
        Assert.Equal(before, Tensor.TotalCount);

        static void Run()
        {
            using var scope = NewDisposeScope();
            var x = ones(4).requires_grad_();
            Cube.apply(x, 2).sum().backward();
            Assert.Throws<TorchException>(() => Failing.apply(x, true));
        }
    }

    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("factor", vars[1]);
            return x.pow(3) * (int)vars[1];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            Assert.NotNull(ctx.get_data("factor"));
            return [ctx.get_saved_variables()[0].square() * 3 * grad_output, null!];
        }
    }

    private sealed class SumAndProduct : autograd.MultiTensorFunction<SumAndProduct>
    {
        public override string Name => nameof(SumAndProduct);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0], (Tensor)vars[1]]);
            return [(Tensor)vars[0] + (Tensor)vars[1], (Tensor)vars[0] * (Tensor)vars[1]];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs)
        {
            var saved = ctx.get_saved_variables();
            return [grad_outputs[0] + grad_outputs[1] * saved[1], grad_outputs[0] + grad_outputs[1] * saved[0]];
        }
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) =>
            (bool)vars[1] ? throw new InvalidOperationException("no way forward") : (Tensor)vars[0] * 2;

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => throw new InvalidOperationException("no way back");
    }

    private sealed class Leaking : autograd.SingleTensorFunction<Leaking>
    {
        private static autograd.AutogradContext? s_kept;

        public override string Name => nameof(Leaking);

        public static autograd.AutogradContext Kept(Tensor x)
        {
            apply(x);
            return s_kept!;
        }

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            s_kept = ctx;
            return (Tensor)vars[0] * 2;
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) => [grad_output];
    }
}
