using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Runtime;

public sealed class AutocastTests
{
    [Fact]
    public void Products_are_narrowed_and_sums_are_not()
    {
        var weight = ones(2, 2).requires_grad_();
        using (new Autocast(DeviceType.CPU))
        {
            Assert.True(Autocast.IsEnabled(DeviceType.CPU));
            var product = ones(1, 2).mm(weight);
            Assert.Equal(ScalarType.BFloat16, product.dtype);
            product.sum().backward();
        }

        Assert.False(Autocast.IsEnabled(DeviceType.CPU));
        Assert.Equal(ScalarType.Float32, ones(1, 2).mm(weight).dtype);
        Assert.Equal(ScalarType.Float32, weight.grad!.dtype);
        Near.Equal([1, 1, 1, 1], weight.grad);
    }

    [Fact]
    public void A_weight_that_changed_is_narrowed_anew()
    {
        var weight = ones(1, 1).requires_grad_();
        Assert.Equal(1, Product());
        using (no_grad()) weight.mul_(3);
        Assert.Equal(3, Product());

        double Product()
        {
            using var mode = new Autocast(DeviceType.CPU);
            return ones(1, 1).mm(weight).ToDouble();
        }
    }

    [Fact]
    public void Only_narrower_types_are_taken() => Assert.Throws<ArgumentException>(() => new Autocast(DeviceType.CPU, ScalarType.Float64));
}
