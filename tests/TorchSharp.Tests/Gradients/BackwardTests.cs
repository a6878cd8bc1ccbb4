using static TorchSharp.torch;

namespace TorchSharp.Tests.Gradients;

public sealed class BackwardTests
{
    public static TheoryData<string> Functions => [.. Cases.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Cases = new()
    {
        ["exp"] = x => x.exp().sum(),
        ["silu of a product"] = x => nn.functional.silu(x.matmul(x.t())).sum(),
        ["log_softmax gather"] = x => x.log_softmax(-1).gather(1, tensor(new long[,] { { 1 }, { 0 } })).mean(),
        ["norm"] = x => x.pow(2).mean([1L], keepdim: true).add(1e-6).rsqrt().mul(x).sum().pow(2),
        ["index_add"] = x => zeros(2, 3, float64).index_add(0, tensor([0L, 0L]), x, 1).pow(3).sum(),
        ["attention"] = x => nn.functional.scaled_dot_product_attention(x.unsqueeze(0), x.unsqueeze(0) * 2, x.unsqueeze(0), is_casual: true).pow(2).sum(),
        ["masked clamp"] = x => (x.clamp(-0.4, 0.4) * where(x > 0, x, tensor(2.0))).sum(),
        ["sorted cumsum"] = x => (x.sort(1).Values.cumsum(1) * arange(1, 4, dtype: float64)).sum(),
        ["indexers"] = x => (x[0, 1] * x[.., 2]).sum() + x[tensor([1L, 1L])].prod(),
        ["scalar over tensor"] = x => (2 / (x + 3) - 1).sum(),
        ["cross entropy"] = x => nn.functional.cross_entropy(x, tensor([2L, 0L]), label_smoothing: 0.1),
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Gradients_match_finite_differences(string name)
    {
        using var scope = NewDisposeScope();
        const double Step = 1e-6;
        double[] at = [0.3, -0.7, 0.2, 0.9, -0.1, 0.5];
        var function = Cases[name];
        var x = tensor(at, [2L, 3L], requires_grad: true);
        function(x).backward();
        var expected = new double[at.Length];
        for (var i = 0; i < at.Length; i++) expected[i] = (Value(i, Step) - Value(i, -Step)) / (2 * Step);
        Near.Equal(expected, x.grad!, 1e-6);

        double Value(int element, double shift)
        {
            var moved = (double[])at.Clone();
            moved[element] += shift;
            return function(tensor(moved, [2L, 3L])).ToDouble();
        }
    }

    [Fact]
    public void Gradients_add_up_until_they_are_erased()
    {
        var x = tensor([2f], requires_grad: true);
        x.pow(2).backward();
        x.pow(2).backward();
        Near.Equal([8], x.grad!);
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void A_graph_is_kept_on_request_only()
    {
        var x = tensor([3f], requires_grad: true);
        var y = x.pow(2);
        y.backward(retain_graph: true);
        y.backward();
        Near.Equal([12], x.grad!);
        Assert.Throws<Extensions.TorchException>(() => y.backward());
    }

    [Fact]
    public void Grad_hands_gradients_back_without_touching_leaves()
    {
        var x = tensor([1f, 2f], requires_grad: true);
        var unused = tensor([1f], requires_grad: true);
        var found = autograd.grad([x.pow(3).sum()], [x, unused], allow_unused: true);
        Near.Equal([3, 12], found[0]);
        Assert.Null(found[1]);
        Assert.Null(x.grad);
    }

    [Fact]
    public void Second_derivatives()
    {
        var x = tensor([2f], requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        Near.Equal([12], autograd.grad([first], [x])[0]);
    }

    [Fact]
    public void Nothing_is_recorded_without_gradients()
    {
        var x = tensor([1f], requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
        }
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }
        Assert.True((x * 2).requires_grad);
        Assert.False(x.detach().requires_grad);
        Assert.True(x.is_leaf);
        Assert.False((x * 2).is_leaf);
    }

    [Fact]
    public void An_inner_tensor_keeps_its_gradient_when_asked()
    {
        var x = tensor([1f], requires_grad: true);
        var y = x * 3;
        y.retain_grad();
        y.pow(2).backward();
        Near.Equal([6], y.grad!);
    }
}
