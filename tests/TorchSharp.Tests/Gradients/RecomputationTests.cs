using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Gradients;

public sealed class RecomputationTests
{
    [Fact]
    public void Gradients_are_those_of_the_plain_computation()
    {
        manual_seed(1);
        var (x, weight) = (randn(3, 4).requires_grad_(), randn(4, 4).requires_grad_());
        var runs = 0;

        Body(Body(x)).sum().backward();
        var (plainInput, plainWeight) = (Near.Values(x.grad!), Near.Values(weight.grad!));
        x.grad = weight.grad = null;
        runs = 0;
        Recomputation.Of(Body, Recomputation.Of(Body, x)).sum().backward();

        Assert.Equal(plainInput, Near.Values(x.grad!));
        Assert.Equal(plainWeight, Near.Values(weight.grad!));
        Assert.Equal(4, runs);

        Tensor Body(Tensor input)
        {
            runs++;
            return input.mm(weight).tanh() + input;
        }
    }

    [Fact]
    public void Parameters_learn_also_where_the_input_takes_no_gradient()
    {
        var weight = ones(2, 2).requires_grad_();
        Recomputation.Of(input => input.mm(weight), tensor(new float[,] { { 3, 5 } })).sum().backward();
        Near.Equal([3, 3, 5, 5], weight.grad!);
    }

    [Fact]
    public void Without_gradients_the_body_runs_once()
    {
        using var _ = no_grad();
        var runs = 0;
        Assert.False(Recomputation.Of(input => { runs++; return input * 2; }, ones(1)).requires_grad);
        Assert.Equal(1, runs);
    }
}
