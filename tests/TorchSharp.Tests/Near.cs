using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Compares a tensor with numbers worked out by hand.</summary>
internal static class Near
{
    internal static void Equal(double[] expected, Tensor actual, double tolerance = 1e-5)
    {
        var values = Values(actual);
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(expected[i].Equals(values[i]) || Math.Abs(expected[i] - values[i]) <= tolerance, $"element {i} is {values[i]}, not {expected[i]}");
    }

    internal static void Equal(double[] expected, long[] shape, Tensor actual, double tolerance = 1e-5)
    {
        Assert.Equal(shape, actual.shape);
        Equal(expected, actual, tolerance);
    }

    internal static double[] Values(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().cpu().to_type(ScalarType.Float64).data<double>().ToArray();
    }
}
