using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

public sealed class ReductionTests
{
    private readonly Tensor x = tensor(new float[,] { { 1, 5, 3 }, { 4, 2, 6 } });   // [2, 3]

    [Fact]
    public void Sums_and_means()
    {
        Assert.Equal(21f, x.sum().item<float>());
        Near.Equal([5, 7, 9], [3], x.sum(0L));
        Near.Equal([9, 12], [2, 1], x.sum(-1, keepdim: true));
        Near.Equal([21], [], x.sum([0L, 1L]));
        Near.Equal([3, 4], [2], x.mean([1L]));
        Assert.Equal(720.0, x.prod(float64).item<double>());
        Assert.Equal(float64, x.sum(0L, type: float64).dtype);
    }

    [Fact]
    public void A_zero_that_C_sharp_takes_for_a_dtype_is_refused() => Assert.Throws<ArgumentException>(() => x.sum(0));

    [Fact]
    public void Spreads_divide_by_n_or_by_one_less()
    {
        Near.Equal([4, 4], x.var(1));
        Near.Equal([8.0 / 3, 8.0 / 3], x.var(1, unbiased: false));
        Near.Equal([2, 2], x.std(1));
        Near.Equal([Math.Sqrt(17.5 / 5)], x.std());
    }

    [Fact]
    public void Norms()
    {
        Near.Equal([Math.Sqrt(91)], x.norm());
        Near.Equal([9, 12], x.norm(1, p: 1));
    }

    [Fact]
    public void Logsumexp_and_softmax_agree()
    {
        var total = Math.Log(Math.Exp(1) + Math.Exp(5) + Math.Exp(3));
        Near.Equal([1 - total, 5 - total, 3 - total], x.log_softmax(-1)[0]);
        Near.Equal([Math.Exp(1 - total), Math.Exp(5 - total), Math.Exp(3 - total)], x.softmax(-1)[0]);
        Near.Equal([total], x.logsumexp(1)[0]);
    }

    [Fact]
    public void Extremes_and_orders()
    {
        Assert.Equal(6f, x.max().item<float>());
        var (values, indices) = x.max(1);
        Near.Equal([5, 6], values);
        Near.Equal([1, 2], indices);
        Near.Equal([1, 2], x.argmax(1));
        Near.Equal([0, 1], x.argmin(1));
        Near.Equal([1, 2], x.amin(1));
        var (sorted, order) = x.sort(1, descending: true);
        Near.Equal([5, 3, 1, 6, 4, 2], sorted);
        Near.Equal([1, 2, 0, 2, 0, 1], order);
        Near.Equal([0, 2, 1, 1, 0, 2], x.argsort());
        var (top, at) = x.topk(2);
        Near.Equal([5, 3, 6, 4], top);
        Near.Equal([1, 2, 2, 0], at);
    }

    [Fact]
    public void Running_sums_and_counts()
    {
        Near.Equal([1, 6, 9, 4, 6, 12], x.cumsum(1));
        Near.Equal([0, 2, 1], tensor([1L, 1L, 2L]).bincount(null));
        Near.Equal([1, 0, 2], tensor([0f, 2f, 2f]).histc(3, 0, 2));
        Near.Equal([6], x.count_nonzero());
    }
}
