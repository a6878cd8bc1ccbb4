using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class FunctionalTests
{
    [Fact]
    public void Linear_is_a_product_and_a_sum()
    {
        using var layer = nn.Linear(new Parameter(tensor(new float[,] { { 1, 2 }, { 3, 4 } })), new Parameter(tensor([10f, 20f])));
        Near.Equal([10 + 1 + 2 * 5, 20 + 3 + 4 * 5], [1, 2], layer.call(tensor(new float[,] { { 1, 5 } })));
        Assert.Equal((2, 2), (layer.in_features, layer.out_features));
    }

    [Fact]
    public void Cross_entropy_is_the_mean_of_negative_log_probabilities()
    {
        var logits = tensor(new double[,] { { 1, 2, 3 }, { 0, 0, 0 }, { 5, 1, 1 } });
        var target = tensor([0L, 2L, -100L]);
        var first = Math.Log(Math.E + Math.Exp(2) + Math.Exp(3)) - 1;
        Near.Equal([(first + Math.Log(3)) / 2], nn.functional.cross_entropy(logits, target));
        Near.Equal([first, Math.Log(3), 0], nn.functional.cross_entropy(logits, target, reduction: nn.Reduction.None));
    }

    [Fact]
    public void Attention_weighs_values_by_softmax_of_scaled_products()
    {
        var q = tensor(new double[,] { { 1, 0 } });
        var k = tensor(new double[,] { { 1, 0 }, { 0, 1 } });
        var v = tensor(new double[,] { { 1, 2 }, { 3, 4 } });
        var weight = Math.Exp(1 / Math.Sqrt(2)) / (Math.Exp(1 / Math.Sqrt(2)) + 1);
        Near.Equal([weight + 3 * (1 - weight), 2 * weight + 4 * (1 - weight)], [1, 2], nn.functional.scaled_dot_product_attention(q, k, v));
    }

    [Fact]
    public void A_causal_query_sees_no_later_key()
    {
        var x = randn(1, 4, 8);
        var full = nn.functional.scaled_dot_product_attention(x, x, x, is_casual: true);
        var head = x.narrow(1, 0, 2);
        Near.Equal(Near.Values(nn.functional.scaled_dot_product_attention(head, head, head, is_casual: true)), full.narrow(1, 0, 2));
        var mask = ones([4L, 4L], @bool).tril();
        Near.Equal(Near.Values(nn.functional.scaled_dot_product_attention(x, x, x, mask)), full);
    }

    [Fact]
    public void Clipping_scales_all_gradients_by_their_joint_norm()
    {
        using var x = new Parameter(zeros(2));
        using var y = new Parameter(zeros(1));
        x.grad = tensor([3f, 0f]);
        y.grad = tensor([4f]);
        Assert.Equal(5, nn.utils.clip_grad_norm_([x, y], 1), 6);
        Near.Equal([0.6, 0], x.grad!);
        Near.Equal([0.8], y.grad!);
        Assert.Equal(1, nn.utils.clip_grad_norm_([x, y], 2), 5);
        Near.Equal([0.8], y.grad!);
    }

    [Fact]
    public void First_values_lie_within_their_bounds()
    {
        manual_seed(1);
        using var layer = nn.Linear(100, 50);
        var bound = 1 / Math.Sqrt(100);
        Assert.InRange(layer.weight.abs().max().ToDouble(), bound * 0.99, bound);
        Near.Equal([0.02], nn.init.normal_(empty(100, 100), 0, 0.02).std(), 0.001);
        Near.Equal([1, 1], nn.init.ones_(empty(2)));
        Assert.False(nn.init.zeros_(new Parameter(ones(1))).ToDouble() != 0);
    }
}
