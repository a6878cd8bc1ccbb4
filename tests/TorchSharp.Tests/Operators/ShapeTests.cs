using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

public sealed class ShapeTests
{
    private readonly Tensor x = arange(6, dtype: float32).reshape(2, 3);

    [Fact]
    public void Dimensions_are_reordered_added_and_dropped()
    {
        Near.Equal([0, 3, 1, 4, 2, 5], [3, 2], x.transpose(0, 1));
        Near.Equal([0, 3, 1, 4, 2, 5], [3, 2], x.permute(1, 0));
        Assert.Equal([2, 1, 3], x.unsqueeze(1).shape);
        Assert.Equal([2, 3], x.unsqueeze(1).squeeze(1).shape);
        Assert.Equal([6], x.flatten().shape);
        Assert.Equal([2, 3, 1], x.view(2, -1, 1).shape);
        Assert.Equal([1, 2, 3], x.unflatten(0, 1, 2).shape);
        Assert.Equal([3, 2], x.T.shape);
        Assert.False(x.t().is_contiguous());
        Assert.True(x.t().contiguous().is_contiguous());
    }

    [Fact]
    public void Elements_are_repeated()
    {
        Assert.Equal([4, 2, 3], x.expand(4, 2, 3).shape);
        Near.Equal([0, 1, 0, 1], [4], tensor([0f, 1f]).repeat(2));
        Near.Equal([0, 0, 1, 1], [4], tensor([0f, 1f]).repeat_interleave(2));
        Near.Equal([0, 1, 1, 1], [4], tensor([0f, 1f]).repeat_interleave(tensor([1L, 3L])));
    }

    [Fact]
    public void Pieces_cover_the_tensor()
    {
        Assert.Equal([2, 1], x.chunk(2, 1).Select(part => part.size(1)));
        Assert.Equal([1, 2], x.split([1L, 2L], 1).Select(part => part.size(1)));
        Near.Equal([2, 5], [2, 1], x.split(2, 1)[1]);
        Near.Equal([1, 2, 4, 5], [2, 2], x.narrow(1, 1, 2));
        Near.Equal([0, 2, 3, 5], [2, 2], x.slice(1, 0, 3, 2));
        Near.Equal([3, 4, 5], [3], x.select(0, 1));
        Assert.Equal(2, x.unbind().Length);
    }

    [Fact]
    public void Tensors_are_joined()
    {
        Near.Equal([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5], [4, 3], cat([x, x], 0));
        Assert.Equal([2, 2, 3], stack([x, x]).shape);
        Assert.Equal([4, 3], vstack(new[] { x, x }).shape);
        var grid = meshgrid([arange(2), arange(3)]);
        Near.Equal([0, 0, 0, 1, 1, 1], [2, 3], grid[0]);
    }

    [Fact]
    public void Products()
    {
        Near.Equal([5, 14, 14, 50], [2, 2], x.matmul(x.t()));
        Near.Equal([5, 14, 14, 50], [2, 2], einsum("ij,kj->ik", x, x));
        Near.Equal([5, 14, 14, 50], [1, 2, 2], x.unsqueeze(0).bmm(x.t().unsqueeze(0)));
        Near.Equal([6, 14, 14, 51], [2, 2], eye(2).addmm(x, x.t()));
        Near.Equal([11, 28, 28, 101], [1, 2, 2], eye(2).unsqueeze(0).baddbmm(x.unsqueeze(0), x.t().unsqueeze(0), beta: 1, alpha: 2));
        Near.Equal([0, 0, 2, 3], [2, 2], tensor([0f, 1f]).outer(tensor([2f, 3f])));
    }

    [Fact]
    public void Looks_of_a_tensor()
    {
        Assert.Equal((2, 6, 4), (x.dim(), x.numel(), x.element_size()));
        Assert.Equal([3, 1], x.stride());
        Assert.Equal(3, x.size(-1));
        Assert.Equal("cpu", x.device.ToString());
        Assert.Equal("[2x3], type = Float32, device = cpu, value = [[0, 1, 2], [3, 4, 5]]", x.ToString());
    }
}
