using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

public sealed class CreationTests
{
    [Fact]
    public void Arrays_of_any_rank_keep_their_order()
    {
        Near.Equal([1, 2, 3, 4], [2, 2], tensor(new long[,] { { 1, 2 }, { 3, 4 } }));
        Near.Equal([1, 2, 3, 4], [2, 2], tensor([1f, 2f, 3f, 4f], [2L, 2L]));
        Near.Equal([1, 2], [1, 1, 2], from_array(new int[,,] { { { 1, 2 } } }));
        Near.Equal([1, 0], [2], tensor([true, false]));
        Near.Equal([2.5], [], tensor(2.5));
        Assert.Equal(float32, tensor([1.5], dtype: float32).dtype);
        Assert.Equal(bfloat16, from_array(new[] { new BFloat16(1) }).dtype);
    }

    [Fact]
    public void Elements_that_do_not_fill_the_shape_are_refused() =>
        Assert.Throws<ArgumentException>(() => tensor([1f, 2f, 3f], [2L, 2L]));

    [Fact]
    public void Filled_tensors()
    {
        Near.Equal([0, 0], [2], zeros(2));
        Near.Equal([1, 1], [1, 2], ones(1, 2));
        Near.Equal([7, 7], [2], full(2, 7));
        Assert.Equal(int64, full(2, 7).dtype);
        Assert.Equal(float32, full([2L], 0.5).dtype);
        Assert.Equal((bfloat16, 3), (empty([3L], bfloat16).dtype, empty(3).numel()));
        Near.Equal([1, 0, 0, 1], [2, 2], eye(2));
        Assert.True(zeros(1, requires_grad: true).requires_grad);
    }

    [Fact]
    public void Ranges()
    {
        Near.Equal([0, 1, 2], arange(3));
        Assert.Equal(int64, arange(3).dtype);
        Near.Equal([1, 1.5], arange(1, 2, 0.5));
        Near.Equal([0, 0.5, 1], linspace(0, 1, 3));
    }

    [Fact]
    public void Likenesses_follow_shape_and_dtype()
    {
        var x = tensor([1.0, 2.0]);
        Assert.Equal((float64, 2L), (x.zeros_like().dtype, ones_like(x).numel()));
        Near.Equal([3, 3], full_like(x, 3));
        Assert.Equal(int64, x.new_zeros([4L], int64).dtype);
    }

    [Fact]
    public void Elements_are_read_and_written()
    {
        var x = tensor(new float[,] { { 1, 2 }, { 3, 4 } });
        Assert.Equal([1f, 2f, 3f, 4f], x.data<float>().ToArray());
        Assert.Equal([1f, 3f, 2f, 4f], x.t().data<float>().ToArray());
        Assert.Equal(3f, x.t().data<float>()[0, 1]);
        x.t().data<float>()[0, 1] = 9;
        Assert.Equal(9f, x[1, 0].item<float>());
        x.data<float>().CopyFrom([5f, 6f], tensorIndex: 2);
        Near.Equal([1, 2, 5, 6], x);
        x.bytes.Clear();
        Near.Equal([0, 0, 0, 0], x);
        Assert.Throws<ArgumentException>(() => x.data<double>());
        Assert.Throws<ArgumentException>(() => x.item<float>());
        Assert.Throws<InvalidOperationException>(() => x.t().bytes.Length);
    }

    [Fact]
    public void Bytes_go_through_streams()
    {
        var x = arange(600_000, dtype: float32);   // more than one chunk
        using var stream = new MemoryStream();
        x.reshape(2, -1).t().WriteBytesToStream(stream);
        Assert.Equal(2_400_000, stream.Position);
        stream.Position = 0;
        var back = empty(300_000, 2);
        back.ReadBytesFromStream(stream);
        Assert.True(back.t().flatten().Equals(x));
        Assert.Throws<EndOfStreamException>(() => empty(1).ReadBytesFromStream(stream));
    }

    [Fact]
    public void Conversions_round_as_the_types_do()
    {
        var x = tensor([1.7f, -2.2f]);
        Near.Equal([1, -2], x.to(int64));
        Assert.Equal(1.703125, x.to_type(bfloat16)[0].ToDouble());
        Assert.Equal(1.703125f, new BFloat16(1.7f).ToSingle());
        Assert.Equal(1, x[0].ToInt32());
        Assert.Equal(1.7f, (float)x[0]);
        Assert.Equal(float16, x.half().dtype);
        var same = x.to(float32);
        same.Dispose();
        Assert.False(x.IsInvalid);
    }
}
