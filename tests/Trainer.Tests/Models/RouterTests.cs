using Judges.Training.Checkpoints;
using Judges.Training.Models;
using static TorchSharp.torch;

namespace Trainer.Tests.Models;

public sealed class RouterTests
{
    [Theory]
    [InlineData("v3_nogroup", 4, 1, true, 1)]
    [InlineData("v3_sigmoid_bias", 4, 4, true, 2.5)]
    [InlineData("v3_negative_bias", 6, 4, true, 2.5)]
    [InlineData("softmax_top6_of16", 6, 1, false, 1)]
    [InlineData("softmax_group_max", 4, 4, false, 16)]
    public void Route_matches_DeepSeeks_gate(string name, int perToken, int groups, bool sigmoid, double scaling)
    {
        var fixture = Safetensors.Read(SharedData.Trainer("router/router.safetensors"));
        var router = new Router(fixture[$"{name}.weight"].t(), fixture.GetValueOrDefault($"{name}.bias"), perToken, Normalize: sigmoid, scaling)
        {
            Scoring = sigmoid ? RouterScoring.Sigmoid : RouterScoring.Softmax,
            Groups = groups,
            GroupsPerToken = Math.Min(groups, 2),
        };

        var choice = router.Route(fixture[$"{name}.x"]);

        var (experts, order) = choice.Experts.sort(1);
        Assert.Equal(fixture[$"{name}.topk_idx"].data<long>().ToArray(), experts.data<long>().ToArray());
        Tiny.AssertClose(Tiny.Values(fixture[$"{name}.topk_weight"]), Tiny.Values(choice.Weights.gather(1, order)), 1e-6 * Math.Max(2, scaling));
    }

    [Fact]
    public void An_expert_outside_of_the_best_group_is_never_chosen_whatever_the_biases()
    {
        var router = new Router(eye(4), tensor([-9f, -9f, -9f, -9f]), ExpertsPerToken: 2, Normalize: true, Scaling: 1) { Groups = 2 };

        var choice = router.Route(tensor([5f, 2f, 2.5f, 2.4f]).unsqueeze(0));

        Assert.Equal([0L, 1], choice.Experts.data<long>().ToArray().Order());
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
