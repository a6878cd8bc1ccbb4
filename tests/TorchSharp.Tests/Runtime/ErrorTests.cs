using System.Runtime.InteropServices;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Runtime;

public sealed class ErrorTests
{
    [Fact]
    public void An_error_names_the_operator_and_the_shapes()
    {
        var error = Assert.Throws<TorchException>(() => ones(2, 3).mm(ones(4, 5)));
        Assert.IsAssignableFrom<ExternalException>(error);
        Assert.Equal("aten::mm(Float32[2, 3], Float32[4, 5]): mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", error.Message);
    }

    [Fact]
    public void Lists_and_numbers_are_shown_too()
    {
        var error = Assert.Throws<TorchException>(() => cat([ones(1), ones(1, 2)], 0));
        Assert.StartsWith("aten::cat([Float32[1], Float32[1, 2]], 0): ", error.Message, StringComparison.Ordinal);
        Assert.Contains("aten::reshape(Float32[4], [3]): ", Assert.Throws<TorchException>(() => ones(4).reshape(3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_that_is_not_there_is_an_error_of_its_own() =>
        Assert.Throws<TorchOutOfMemoryException>(() => empty([1L << 50]));

    [Fact]
    public void An_error_leaves_the_thread_usable()
    {
        Assert.Throws<TorchException>(() => ones(2).reshape(3));
        Near.Equal([2, 2], ones(2) + 1);
    }

    [Fact]
    public void The_loader_says_how_to_get_the_shim()
    {
        var error = Assert.Throws<DllNotFoundException>(() => Native.TorchLibrary.Load(["/nowhere/libtorch_shim.so"]));
        Assert.Contains("/nowhere/libtorch_shim.so", error.Message, StringComparison.Ordinal);
        Assert.Contains("native/build.sh", error.Message, StringComparison.Ordinal);
        Assert.Contains("libtorch-dev", error.Message, StringComparison.Ordinal);
    }
}
