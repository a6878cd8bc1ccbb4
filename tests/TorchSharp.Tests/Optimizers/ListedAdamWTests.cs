using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

public sealed class ListedAdamWTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lists_and_single_tensors_give_the_same(bool withLargest)
    {
        var optimizer = new ListedAdamW(0.01, 0.9, 0.95, 1e-8, 0.1) { Maximize = withLargest };
        var (listed, single) = (Run(optimizer.Update), Run(optimizer.OneByOne));
        Assert.All(single.Zip(listed), static pair => Assert.Equal(pair.First, pair.Second, 1e-6));

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

    [Fact]
    public void What_does_not_lie_in_one_piece_is_updated_too()
    {
        var optimizer = new ListedAdamW(0.01, 0.9, 0.95, 1e-8, 0.1);
        using var scope = NewDisposeScope();
        Tensor[] Four() => [ones(3, 2).t(), arange(6, dtype: float32).view(3, 2).t(), zeros(3, 2).t(), zeros(3, 2).t()];
        var (transposed, whole) = (Four(), Array.ConvertAll(Four(), static tensor => tensor.contiguous()));

        foreach (var tensors in new[] { transposed, whole })
            optimizer.Update([tensors[0]], [tensors[1]], [tensors[2]], [tensors[3]], step: 1);

        for (var i = 0; i < whole.Length; i++)
            Near.Equal(Near.Values(whole[i].reshape(-1)), transposed[i].reshape(-1), 1e-6);
        Assert.NotEqual(1, Near.Values(whole[0])[^1]);
    }
}
