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
    public void A_machine_without_a_device_says_so()
    {
        Assert.SkipWhen(cuda.is_available(), "this machine has a CUDA device");
        Assert.Equal(0, cuda.device_count());
        Assert.Throws<Extensions.TorchException>(() => ones(1).to(CUDA));
    }
}
