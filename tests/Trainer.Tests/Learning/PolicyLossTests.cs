using Judges.Training.Learning;
using static TorchSharp.torch;

namespace Trainer.Tests.Learning;

/// <summary>Expected values from PyTorch in double precision.</summary>
public sealed class PolicyLossTests
{
    [Theory]
    [InlineData(0.2, 0.2, 0.0, 0.3740396001, new[] { 0, 0, 0, 0.1666666667, 0.6073729335 })]
    [InlineData(0.2, 0.28, 0.0, 0.3486889106, new[] { -0.3053506895, 0, 0, 0.1666666667, 0.6073729335 })]
    [InlineData(0.2, 0.2, 0.04, 0.3743826255, new[] { 0.0009516258, 0.0009516258, -0.0022140276, 0.1673010838, 0.6073729335 })]
    public void Loss_and_gradient_match(double clip, double clipHigh, double beta, double loss, double[] gradient)
    {
        var logprobs = tensor([-1f, -0.5f, -2f, -0.1f, -0.7f], requires_grad: true);
        var terms = Terms(logprobs) with { ReferenceLogprobs = beta > 0 ? tensor([-1.1f, -0.6f, -1.8f, -0.2f, -0.7f]) : null };

        var actual = new PolicyLoss(clip, clipHigh, beta).Compute(terms, entropyBonus: 0);
        actual.backward();

        Assert.Equal(loss, Tiny.Values(actual)[0], 1e-6);
        Tiny.AssertClose([.. gradient.Select(static value => (float)value)], Tiny.Values(logprobs.grad!), 1e-6);
    }

    [Fact]
    public void The_entropy_bonus_lowers_the_loss_by_its_mean()
    {
        var loss = new PolicyLoss(0.2, 0.2, 0);
        var terms = Terms(tensor([-1f, -0.5f, -2f, -0.1f, -0.7f]));

        var without = Tiny.Values(loss.Compute(terms, 0))[0];
        var with = Tiny.Values(loss.Compute(terms, 0.1))[0];

        Assert.Equal(without - 0.1 * 1.2, with, 1e-6);
    }

    [Fact]
    public void Entropy_above_the_cap_earns_nothing()
    {
        var terms = Terms(tensor([-1f, -0.5f, -2f, -0.1f, -0.7f]));

        var without = Tiny.Values(new PolicyLoss(0.2, 0.2, 0).Compute(terms, 0))[0];
        var with = Tiny.Values(new PolicyLoss(0.2, 0.2, 0, EntropyCap: 1.5).Compute(terms, 0.1))[0];

        Assert.Equal(without - 0.1 * 1.1, with, 1e-6);
    }

    [Fact]
    public void Coverage_is_paid_for_in_parts_of_the_entropy_bonus_and_has_no_cap()
    {
        var terms = Terms(tensor([-1f, -0.5f, -2f, -0.1f, -0.7f])) with { Coverage = tensor([-2f, -3f, -4f, -5f, -6f]) };

        var without = Tiny.Values(new PolicyLoss(0.2, 0.2, 0).Compute(terms, 0))[0];
        var with = Tiny.Values(new PolicyLoss(0.2, 0.2, 0, EntropyCap: 1.5, Coverage: 0.25).Compute(terms, 0.1))[0];

        Assert.Equal(without - 0.1 * (1.1 - 0.25 * 4), with, 1e-6);
    }

    [Fact]
    public void Coverage_calls_a_token_back_that_entropy_has_given_up()
    {
        Assert.InRange(Pull(static distribution => distribution.Entropy), 0, 1e-5);
        Assert.Equal(0.25, Pull(static distribution => distribution.Coverage!), 1e-5);
    }

    [Fact]
    public void A_token_that_needs_no_exploration_earns_nothing_for_its_entropy()
    {
        var terms = Terms(tensor([-1f, -0.5f, -2f, -0.1f, -0.7f])) with { Exploration = tensor([1f, 0.5f, 0f, 0f, 0f]) };

        var without = Tiny.Values(new PolicyLoss(0.2, 0.2, 0).Compute(terms, 0))[0];
        var with = Tiny.Values(new PolicyLoss(0.2, 0.2, 0).Compute(terms, 0.1))[0];

        Assert.Equal(without - 0.1 * (1 + 0.5 * 2) / 5, with, 1e-6);
    }

    [Fact]
    public void Token_weights_follow_the_normalization()
    {
        int[] lengths = [1, 3, 0];

        Assert.Equal([0.25f, 0.25f, 0.25f], LossNormalization.TokenMean.TokenWeights(lengths, 10));
        Assert.Equal([1 / 3f, 1 / 9f, 1 / 3f], LossNormalization.SequenceMean.TokenWeights(lengths, 10));
        Assert.Equal([1 / 30f, 1 / 30f, 1 / 30f], LossNormalization.FixedLength.TokenWeights(lengths, 10));
    }

    [Fact]
    public void Distribution_of_tokens_has_their_logprobs_and_the_entropy()
    {
        var distribution = TokenDistribution.Of(tensor([0.5f, 0.25f, 0.25f]).log().unsqueeze(0), tensor([1L]), entropyGradient: false);

        Assert.Equal(Math.Log(0.25), Tiny.Values(distribution.Logprobs)[0], 1e-6);
        Assert.Equal(1.5 * Math.Log(2), Tiny.Values(distribution.Entropy)[0], 1e-6);
        Assert.Null(distribution.Coverage);
    }

    // The gradient in the logit of a token whose probability is e^-15 of that of each of three others.
    private static float Pull(Func<TokenDistribution, TorchSharp.torch.Tensor> of)
    {
        var logits = tensor([0f, 0f, 0f, -15f], requires_grad: true);
        of(TokenDistribution.Of(logits.unsqueeze(0), tensor([0L]), entropyGradient: true, coverage: true)).sum().backward();
        return Tiny.Values(logits.grad!)[3];
    }

    private static TokenTerms Terms(TorchSharp.torch.Tensor logprobs) => new(
        logprobs,
        Entropy: tensor([1f, 2f, 1f, 1f, 1f]),
        Coverage: null,
        OldLogprobs: tensor([-1.2f, -0.9f, -1.5f, -0.1f, -1.3f]),
        ReferenceLogprobs: null,
        Advantages: tensor([1f, 1f, -1f, -1f, -2f]),
        Weights: tensor([0.25f, 0.25f, 0.25f, 1 / 6f, 1 / 6f]),
        Exploration: ones(5),
        EntropyWeight: 0.2);
}
