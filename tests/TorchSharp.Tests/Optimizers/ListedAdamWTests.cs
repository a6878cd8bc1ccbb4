using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

public sealed class ListedAdamWTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lists_and_single_tensors_give_the_same_bits(bool withLargest)
    {
        var optimizer = new ListedAdamW(0.01, 0.9, 0.95, 1e-8, 0.1) { Maximize = withLargest };
        var (listed, single) = (Run(optimizer.Update), Run(optimizer.OneByOne));
        Assert.Equal(single, listed);

        double[] Run(Action<Tensor[], Tensor[], Tensor[], Tensor[], long, Tensor[]?> update)
        {
            using var scope = NewDisposeScope();
            manual_seed(2);
            Tensor[] parameters = [randn(3, 4), randn(5)];
            Tensor[][] moments = [.. Enumerable.Range(0, 3).Select(_ => parameters.Select(static parameter => zeros_like(parameter)).ToArray())];
            for (var step = 1; step <= 3; step++)
                update(parameters, [randn(3, 4), randn(5)], moments[0], moments[1], step, withLargest ? moments[2] : null);
            return [.. parameters.SelectMany(Near.Values), .. moments[0].SelectMany(Near.Values), .. moments[1].SelectMany(Near.Values)];
        }
    }
}
