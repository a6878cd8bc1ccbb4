using Judges.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Trainer.Tests.Models;

/// <summary>The backward pass that is written out against the one that libtorch derives.</summary>
public sealed class RoutedSwiGluTests
{
    private const long Tokens = 9, Each = 2, Experts = 5, Width = 4, Units = 3;

    [Fact]
    public void It_is_the_sum_over_each_tokens_experts_with_every_gradient()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        Tensor[] inputs = [Leaf(Tokens, Width), Leaf(Tokens, Each), Leaf(Experts, 2 * Units, Width), Leaf(Experts, Width, Units)];
        var experts = randint(0, Experts - 1, [Tokens, Each], ScalarType.Int64); // the last expert is left without a token
        var slope = randn(Tokens, Width);

        var expected = Plain(inputs, experts);
        var expectedGradients = autograd.grad([(expected * slope).sum()], inputs);
        var actual = RoutedSwiGlu.apply(inputs[0], inputs[1], inputs[2], inputs[3], experts);
        var gradients = autograd.grad([(actual * slope).sum()], inputs);

        Assert.InRange((expected - actual).abs().max().ToDouble(), 0, 1e-5);
        for (var i = 0; i < inputs.Length; i++)
            Assert.InRange((expectedGradients[i] - gradients[i]).abs().max().ToDouble(), 0, 1e-5);
    }

    [Fact]
    public void Choices_are_sorted_by_expert_and_found_again()
    {
        using var scope = NewDisposeScope();
        var order = ExpertOrder.Of(tensor(new long[,] { { 3, 0 }, { 0, 2 } }), 5);

        Assert.Equal([1L, 2L, 3L, 0L], order.Choices.data<long>().ToArray());
        Assert.Equal([3L, 0L, 1L, 2L], order.Places.reshape(-1).data<long>().ToArray());
        Assert.Equal([2, 2, 3, 4, 4], order.Ends.data<int>().ToArray());
    }

    private static Tensor Plain(Tensor[] inputs, Tensor experts)
    {
        var rows = new List<Tensor>();
        for (var token = 0; token < Tokens; token++)
        {
            var sum = zeros(1, Width);
            for (var choice = 0; choice < Each; choice++)
            {
                var expert = experts[token, choice].item<long>();
                var halves = inputs[0].narrow(0, token, 1).mm(inputs[2].select(0, expert).t()).chunk(2, -1);
                sum = sum + (nn.functional.silu(halves[0]) * halves[1]).mm(inputs[3].select(0, expert).t()) * inputs[1][token, choice];
            }

            rows.Add(sum);
        }

        return cat([.. rows]);
    }

    private static Tensor Leaf(params long[] shape) => randn(shape).requires_grad_();
}
