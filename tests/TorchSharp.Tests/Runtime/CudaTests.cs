using static TorchSharp.torch;

namespace TorchSharp.Tests.Runtime;

public sealed class CudaTests
{
    [Fact]
    public void Tensors_compute_on_the_device_and_come_back()
    {
        Assert.SkipUnless(cuda.is_available(), "no CUDA device, or a libtorch without CUDA");
        using var scope = NewDisposeScope();
        var x = arange(6, dtype: float32, device: CUDA).reshape(2, 3);
        Assert.Equal("cuda:0", x.device.ToString());
        Near.Equal([5, 14, 14, 50], x.matmul(x.t()));
        cuda.synchronize();
        Assert.Equal(15f, x.sum().item<float>());
    }

    [Fact]
    public void The_fused_optimizer_agrees_with_the_formula()
    {
        Assert.SkipUnless(cuda.is_available(), "no CUDA device, or a libtorch without CUDA");
        using var x = new TorchSharp.Modules.Parameter(tensor([1f, -2f], device: CUDA));
        using var optimizer = optim.AdamW([x], lr: 0.1, weight_decay: 0.5);
        x.grad = tensor([0.5f, -4f], device: CUDA);
        optimizer.step();
        Near.Equal([1 * 0.95 - 0.1, -2 * 0.95 + 0.1], x);
    }

    [Fact]
    public void Memory_is_counted_and_given_back()
    {
        Assert.SkipUnless(cuda.is_available(), "no CUDA device, or a libtorch without CUDA");
        Extensions.DeviceMemory.EmptyCache(CUDA);
        var before = Extensions.DeviceMemory.Of(CUDA);
        Extensions.DeviceMemory.ResetPeak(CUDA);
        using (empty(64L << 20, ScalarType.Byte, CUDA))
            Assert.Equal(64L << 20, Extensions.DeviceMemory.Of(CUDA).Allocated - before.Allocated);
        var after = Extensions.DeviceMemory.Of(CUDA);
        Assert.Equal((before.Allocated, before.Allocated + (64L << 20)), (after.Allocated, after.PeakAllocated));
        Assert.True(after.Reserved >= 64L << 20 && after.Total > after.Free);
        Extensions.DeviceMemory.EmptyCache(CUDA);
        Assert.True(Extensions.DeviceMemory.Of(CUDA).Reserved < after.Reserved);
    }

    [Fact]
    public void Streams_wait_for_each_other()
    {
        Assert.SkipUnless(cuda.is_available(), "no CUDA device, or a libtorch without CUDA");
        using var scope = NewDisposeScope();
        var main = Extensions.DeviceStream.Current(CUDA);
        var side = Extensions.DeviceStream.Of(CUDA);
        var x = ones(1 << 20, device: CUDA);
        for (var i = 0; i < 100; i++) x.add_(1);
        side.WaitFor(main);
        Tensor doubled;
        using (side.Use()) doubled = x * 2;
        side.Synchronize();
        Assert.Equal(202f, doubled[12345].item<float>());
    }

    [Fact]
    public void Autocast_narrows_on_the_device()
    {
        Assert.SkipUnless(cuda.is_available(), "no CUDA device, or a libtorch without CUDA");
        using var mode = new Extensions.Autocast(DeviceType.CUDA);
        Assert.Equal(ScalarType.BFloat16, ones(2, 2, device: CUDA).mm(ones(2, 2, device: CUDA)).dtype);
    }

    [Fact]
    public void A_machine_without_a_device_says_so()
    {
        Assert.SkipWhen(cuda.is_available(), "this machine has a CUDA device");
        Assert.Equal(0, cuda.device_count());
        Assert.Throws<Extensions.TorchException>(() => ones(1).to(CUDA));
    }
}
