using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

public sealed class IndexingTests
{
    private readonly Tensor x = arange(12, dtype: float32).reshape(3, 4);

    [Fact]
    public void Numbers_slices_and_ellipses_give_views()
    {
        Near.Equal([4, 5, 6, 7], [4], x[1]);
        Near.Equal([6], [], x[1, 2]);
        Near.Equal([1, 5, 9], [3], x[.., 1]);
        Near.Equal([5, 6, 9, 10], [2, 2], x[1.., 1..3]);
        Near.Equal([3, 7, 11], [3], x[TensorIndex.Ellipsis, -1]);
        Near.Equal([8, 9, 10, 11], [4], x[^1]);
        Near.Equal([0, 2, 4, 6, 8, 10], [3, 2], x[TensorIndex.Colon, TensorIndex.Slice(null, null, 2)]);
        Assert.Equal([3, 1, 4], x[TensorIndex.Colon, TensorIndex.None].shape);
        Near.Equal([6, 7], [2], x[1, TensorIndex.Slice(2)]);
    }

    [Fact]
    public void A_view_shares_memory()
    {
        x[0].fill_(-1);
        Near.Equal([-1, -1, -1, -1, 4], x.flatten()[..5]);
    }

    [Fact]
    public void Tensors_pick_and_masks_filter()
    {
        Near.Equal([8, 9, 10, 11, 0, 1, 2, 3], [2, 4], x[tensor([2L, 0L])]);
        Near.Equal([1, 6], [2], x[tensor([0L, 1L]), tensor([1L, 2L])]);
        Near.Equal([2, 1, 6, 5, 10, 9], [3, 2], x[TensorIndex.Colon, TensorIndex.Tensor(tensor([2L, 1L]))]);
        Near.Equal([10, 11], [2], x[x > 9]);
        Near.Equal([2, 6, 10], [3, 1], x[TensorIndex.Ellipsis, TensorIndex.Tensor(tensor([2L]))]);
    }

    [Fact]
    public void A_mask_of_several_dimensions_takes_as_many()
    {
        var cube = arange(8, dtype: float32).reshape(2, 2, 2);
        var mask = tensor(new[,] { { true, false }, { false, true } });
        Near.Equal([1, 7], [2], cube[TensorIndex.Tensor(mask), 1]);
        Near.Equal([0, 1, 6, 7], [2, 2], cube[mask]);
    }

    [Fact]
    public void Assignments_write_through()
    {
        x[1] = tensor(0f);
        Near.Equal([0, 0, 0, 0], x[1]);
        x[0, 1] = tensor(-5f);
        Assert.Equal(-5f, x[0, 1].item<float>());
        x[.., 3] = tensor([7f, 8f, 9f]);
        Near.Equal([7, 8, 9], x.select(1, 3));
        x[x < 0] = tensor(100f);
        Assert.Equal(100f, x[0, 1].item<float>());
    }

    [Fact]
    public void Index_put_adds_where_told()
    {
        var target = zeros(3);
        target.index_put_(tensor([1f, 2f, 3f]), [tensor([0L, 0L, 2L])], accumulate: true);
        Near.Equal([3, 0, 3], target);
    }

    [Fact]
    public void Gather_scatter_and_their_kin()
    {
        var index = tensor(new long[,] { { 3, 0 }, { 1, 1 }, { 2, 0 } });
        Near.Equal([3, 0, 5, 5, 10, 8], [3, 2], x.gather(1, index));
        Near.Equal([0, 0, 2, 0], zeros(4).scatter(0, tensor([2L]), tensor([2f])));
        Near.Equal([3, 0, 4], zeros(3).scatter_add(0, tensor([0L, 0L, 2L]), tensor([1f, 2f, 4f])));
        Near.Equal([3, 0, 4], zeros(3).index_add(0, tensor([0L, 0L, 2L]), tensor([1f, 2f, 4f]), 1));
        Near.Equal([0, 9, 0], zeros(3).index_copy_(0, tensor([1L]), tensor([9f])));
        Near.Equal([8, 9, 10, 11], x.index_select(0, tensor([2L])));
        Near.Equal([0, 1, 2, 3, 4, -1, -1, -1], x.masked_fill(x > 4, -1).flatten()[..8]);
        Near.Equal([10, 11], x.masked_select(x >= 10));
        Near.Equal([2, 2, 2, 3], [2, 2], (x > 9).nonzero());
    }

    [Fact]
    public void Choices_between_two_tensors()
    {
        Near.Equal([1, -1, 3], where(tensor([true, false, true]), tensor([1f, 2f, 3f]), tensor(-1f)));
        Near.Equal([1, 2, 0, 4], tensor(new float[,] { { 1, 2 }, { 3, 4 } }).triu());
        Near.Equal([1, 0, 3, 4], tensor(new float[,] { { 1, 2 }, { 3, 4 } }).tril());
        Near.Equal([0, 0, 1, 1, 0, 0], [2, 3], nn.functional.one_hot(tensor([2L, 0L]), 3));
    }
}
