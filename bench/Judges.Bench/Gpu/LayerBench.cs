using Judges.Training.Models;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace Judges.Bench.Gpu;

/// <summary>The routed experts of one layer, forward and backward, against the device's ceilings.</summary>
internal static class LayerBench
{
    private const int BytesEach = 2; // bf16

    public static void Measure(Report report, Ceilings ceilings)
    {
        foreach (var tokens in new[] { 4096, 16_384, 32_768 })
            Measure(report, ceilings, tokens);
    }

    private static void Measure(Report report, Ceilings ceilings, int tokens)
    {
        using var scope = NewDisposeScope();
        var config = Olmoe.Config(1);
        long experts = config.Experts, hidden = config.HiddenSize, units = config.ExpertIntermediateSize, each = config.ExpertsPerToken;
        var x = Random(tokens, hidden);
        var (gateUp, down) = (Random(experts, 2 * units, hidden), Random(experts, hidden, units));
        var choices = rand(tokens, experts).topk((int)each, -1).indexes;
        var weights = Random(tokens, each);
        var slope = randn(tokens, hidden, ScalarType.BFloat16);

        var order = ExpertOrder.Of(choices, experts);
        var spread = ExpertOrder.Spread(x.detach(), order.Choices, order.Places);
        var matrices = gateUp.detach().transpose(1, 2);
        var product = DeviceClock.Seconds(() => GroupedProduct.Of(spread, matrices, order.Ends).Dispose());
        var forward = DeviceClock.Seconds(() =>
        {
            using var step = NewDisposeScope();
            using var mode = no_grad();
            RoutedSwiGlu.apply(x, weights, gateUp, down, choices);
        });
        var both = DeviceClock.Seconds(() =>
        {
            using var step = NewDisposeScope();
            autograd.grad([RoutedSwiGlu.apply(x, weights, gateUp, down, choices)], [x, weights, gateUp, down], [slope]);
        });

        var forwardFlops = tokens * each * Olmoe.ExpertFlops(config);
        double weightBytes = (gateUp.numel() + down.numel()) * BytesEach, tokenBytes = 2.0 * tokens * hidden * BytesEach;
        var forwardFloor = ceilings.Floor(forwardFlops, weightBytes + tokenBytes);
        var backwardFloor = ceilings.Floor(2 * forwardFlops, 2 * (weightBytes + tokenBytes));
        report.Line($"grouped product alone, {tokens} tokens", forwardFlops * 2 / 3 / product / 1e12, "TFLOP/s");
        report.Line($"routed layer forward, {tokens} tokens", forward * 1e3, "ms");
        report.Line($"routed layer forward, {tokens} tokens", forwardFlops / forward / 1e12, "TFLOP/s");
        report.Line($"routed layer forward and backward, {tokens} tokens", both * 1e3, "ms");
        report.Line($"routed layer forward and backward, {tokens} tokens", 3 * forwardFlops / both / 1e12, "TFLOP/s");
        report.Ratio($"gpu: layer forward, {tokens} tokens, of the roofline", forwardFloor / forward);
        report.Ratio($"gpu: layer forward and backward, {tokens} tokens, of it", (forwardFloor + backwardFloor) / both);
    }

    private static Tensor Random(params long[] shape) => (randn(shape) * 0.02).to(ScalarType.BFloat16).requires_grad_();
}
