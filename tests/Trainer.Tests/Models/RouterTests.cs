using Judges.Training.Checkpoints;
using Judges.Training.Models;
using static TorchSharp.torch;

namespace Trainer.Tests.Models;

public sealed class RouterTests
{
    [Fact]
    public void Route_matches_DeepSeeks_gate()
    {
        var fixture = Safetensors.Read(SharedData.Trainer("router/router.safetensors"));
        var router = new Router(fixture["v3_nogroup.weight"].t(), fixture["v3_nogroup.bias"], ExpertsPerToken: 4, Normalize: true, Scaling: 1);

        var choice = router.Route(fixture["v3_nogroup.x"]);

        var (experts, order) = choice.Experts.sort(1);
        Assert.Equal(fixture["v3_nogroup.topk_idx"].data<long>().ToArray(), experts.data<long>().ToArray());
        Tiny.AssertClose(Tiny.Values(fixture["v3_nogroup.topk_weight"]), Tiny.Values(choice.Weights.gather(1, order)), 1e-6);
    }

    [Fact]
    public void Bias_selects_but_does_not_weigh()
    {
        var router = new Router(eye(3), tensor([0f, 0f, 10f]), ExpertsPerToken: 2, Normalize: true, Scaling: 2.5);

        var choice = router.Route(tensor([2f, 1f, -1f]).unsqueeze(0));

        var weights = choice.Experts.data<long>().ToArray().Zip(Tiny.Values(choice.Weights)).ToDictionary();
        var (first, third) = (1 / (1 + Math.Exp(-2)), 1 / (1 + Math.Exp(1)));
        Assert.Equal([0L, 2L], weights.Keys.Order());
        Assert.Equal(2.5 * first / (first + third), weights[0], 1e-6);
        Assert.Equal(2.5 * third / (first + third), weights[2], 1e-6);
    }

    [Fact]
    public void Balance_moves_the_bias_towards_the_idle_experts()
    {
        var bias = zeros(3);

        LoadBalance.Update(bias, tensor([9f, 1f, 5f]), 0.001);

        Assert.Equal([-0.001f, 0.001f, 0f], Tiny.Values(bias));
    }
}
