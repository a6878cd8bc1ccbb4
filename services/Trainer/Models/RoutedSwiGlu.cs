using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// y = Σ weight · down(silu(gate(x)) · up(x)) over a token's experts, with the backward pass written out: it keeps the tokens and the
/// products of the first matrices alone, spreads the tokens again, and never adds with atomics, so that it repeats to the bit.
/// </summary>
internal sealed class RoutedSwiGlu : autograd.SingleTensorFunction<RoutedSwiGlu>
{
    public override string Name => nameof(RoutedSwiGlu);

    // x [N, d], weights [N, k], gateUp [E, 2I, d], down [E, d, I], experts [N, k] int64 → [N, d]
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (x, weights, gateUp, down, experts) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], (Tensor)vars[3], (Tensor)vars[4]);
        var order = ExpertOrder.Of(experts, gateUp.shape[0]);
        var products = GroupedProduct.Of(ExpertOrder.Spread(x, order.Choices, order.Places), gateUp.transpose(1, 2), order.Ends); // [N·k, 2I]
        ctx.save_for_backward([x, weights, gateUp, down, order.Choices, order.Places, order.Ends, products]);
        var outputs = GroupedProduct.Of(SiluProduct.Of(products), down.transpose(1, 2), order.Ends); // [N·k, d]
        return GatheredSum.Of(outputs, order.Places, weights);
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        if (ctx.get_saved_variables() is not [var x, var weights, var gateUp, var down, var choices, var places, var ends, var products])
            throw new System.Diagnostics.UnreachableException();

        var spread = ExpertOrder.Spread(grad_output, choices, places); // [N·k, d]
        var sortedWeights = weights.reshape(-1).index_select(0, choices).unsqueeze(-1);
        var (gradient, weightGradient, weighted) = SiluProduct.Backward(GroupedProduct.Of(spread, down, ends), products, sortedWeights);
        var downGradient = GroupedProduct.Outer(spread, weighted, ends);
        spread.Dispose();
        weighted.Dispose();
        var gateUpGradient = GroupedProduct.Outer(gradient, ExpertOrder.Spread(x, choices, places), ends);
        var tokens = GatheredSum.Of(GroupedProduct.Of(gradient, gateUp, ends), places);
        return [tokens, weightGradient.index_select(0, places.view(-1)).view(weights.shape), gateUpGradient, downGradient, null!];
    }
}
