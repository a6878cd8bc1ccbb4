using Judges.Training.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Trainer.Tests.Models;

public sealed class BalanceLossTests
{
    [Fact]
    public void An_even_load_costs_as_much_as_a_token_has_experts() =>
        Assert.Equal(2, Loss([0, 1, 2, 3], full(2, 4, 0.25f), ones(2, 1)), 1e-6);

    [Fact]
    public void Favourites_cost_more() =>
        Assert.Equal(4 * (1 * 0.7 + 1 * 0.1), Loss([0, 1, 0, 1], tensor([0.7f, 0.1f, 0.1f, 0.1f]).expand(2, 4), ones(2, 1)), 1e-6);

    [Fact]
    public void Padding_is_left_out() =>
        Assert.Equal(4 * (1 * 0.7 + 1 * 0.1), Loss([0, 1, 2, 3], tensor([0.7f, 0.1f, 0.1f, 0.1f]).expand(2, 4), tensor([1f, 0f]).unsqueeze(-1)), 1e-6);

    private static double Loss(long[] experts, Tensor scores, Tensor counted) =>
        BalanceLoss.Of([new(tensor(experts).view(2, 2), ones(2, 2), scores)], counted).ToDouble();
}
