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

        Assert.Equal([1L, 2L, 3L, 0L], order.Choices.cpu().data<long>().ToArray());
        Assert.Equal([3L, 0L, 1L, 2L], order.Places.reshape(-1).cpu().data<long>().ToArray());
        Assert.Equal([2, 2, 3, 4, 4], order.Ends.cpu().data<int>().ToArray());
    }

    [Fact]
    public void A_GPUs_kernels_agree_with_fp32()
    {
        Assert.SkipUnless(cuda.is_available(), "no CUDA device, or a libtorch without CUDA");
        using var scope = NewDisposeScope();
        manual_seed(4);
        const long tokens = 100, each = 4, experts = 8, width = 64, units = 48;
        Tensor[] narrow = [Narrow(tokens, width), Narrow(tokens, each), Narrow(experts, 2 * units, width), Narrow(experts, width, units)];
        Tensor[] wide = [.. narrow.Select(static tensor => tensor.detach().to(ScalarType.Float32).requires_grad_())];
        var choices = rand(tokens, experts, device: CUDA).topk((int)each, -1).indexes;

        var (actual, expected) = (Apply(narrow), Apply(wide));
        var (gradients, expectedGradients) = (autograd.grad([actual.square().sum()], narrow), autograd.grad([expected.square().sum()], wide));

        Assert.InRange(Relative(expected, actual), 0, 1e-2);
        for (var i = 0; i < narrow.Length; i++)
            Assert.InRange(Relative(expectedGradients[i], gradients[i]), 0, 2e-2);

        Tensor Apply(Tensor[] inputs) => RoutedSwiGlu.apply(inputs[0], inputs[1], inputs[2], inputs[3], choices);
        static Tensor Narrow(params long[] shape) => randn(shape, device: CUDA).mul(0.3).to(ScalarType.BFloat16).requires_grad_();
        static double Relative(Tensor reference, Tensor value) =>
            ((value.to(ScalarType.Float32) - reference).norm() / reference.norm()).ToDouble();
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
