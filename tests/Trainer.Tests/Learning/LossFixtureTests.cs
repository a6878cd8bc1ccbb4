using System.Text.Json;
using Judges.Training.Checkpoints;
using Judges.Training.Learning;
using static TorchSharp.torch;

namespace Trainer.Tests.Learning;

/// <summary>Loss, gradient and advantages against what TRL, verl and OpenRLHF compute from the same numbers.</summary>
public sealed class LossFixtureTests
{
    private const string Tensors = "grpo/grpo_fixture.safetensors";
    private const string Numbers = "grpo/grpo_fixture.json";

    [Theory]
    [InlineData("trl/grpo", LossNormalization.SequenceMean, 0, 0.2, 0, 0)]
    [InlineData("trl/dapo", LossNormalization.TokenMean, 0, 0.2, 0, 0)]
    [InlineData("trl/dr_grpo", LossNormalization.FixedLength, 6, 0.2, 0, 0)]
    [InlineData("trl/dr_grpo_maxlen512", LossNormalization.FixedLength, 512, 0.2, 0, 0)]
    [InlineData("trl/dapo_cliphigher0.28", LossNormalization.TokenMean, 0, 0.28, 0, 0)]
    [InlineData("trl/grpo_beta0.04", LossNormalization.SequenceMean, 0, 0.2, 0.04, 0)]
    [InlineData("trl/grpo_entropy_bonus0.01", LossNormalization.SequenceMean, 0, 0.2, 0, 0.01)]
    [InlineData("trl/dapo_entropy_bonus0.01", LossNormalization.TokenMean, 0, 0.2, 0, 0.01)]
    [InlineData("verl/vanilla_token-mean", LossNormalization.TokenMean, 0, 0.2, 0, 0)]
    [InlineData("verl/vanilla_seq-mean-token-mean", LossNormalization.SequenceMean, 0, 0.2, 0, 0)]
    [InlineData("openrlhf/ppo_token", LossNormalization.TokenMean, 0, 0.2, 0, 0)]
    [InlineData("openrlhf/ppo_sample", LossNormalization.SequenceMean, 0, 0.2, 0, 0)]
    public void Loss_and_gradient_match(string name, LossNormalization normalization, int maxTokens, double clipHigh, double beta, double entropyBonus)
    {
        var fixture = Safetensors.Read(SharedData.Trainer(Tensors));
        using var numbers = JsonDocument.Parse(File.ReadAllText(SharedData.Trainer(Numbers)));
        var mask = fixture["completion_mask"];
        var tokens = mask.view(-1).nonzero().view(-1); // [n]
        int[] lengths = [.. mask.sum(1).data<long>().ToArray().Select(static length => (int)length)];
        float[] weights = [.. normalization.TokenWeights(lengths, maxTokens).SelectMany((weight, row) => Enumerable.Repeat(weight, lengths[row]))];
        float[] advantages = [.. Tiny.Values(fixture["advantages"]).SelectMany((advantage, row) => Enumerable.Repeat(advantage, lengths[row]))];
        var logits = fixture["logits"].clone().requires_grad_();

        var distribution = TokenDistribution.Of(logits.view(-1, 9).index_select(0, tokens), OfTokens("completion_ids"), entropyGradient: true);
        var terms = new TokenTerms(
            distribution.Logprobs, distribution.Entropy, Coverage: null, OfTokens("old_logps"), beta > 0 ? OfTokens("ref_logps") : null,
            tensor(advantages), tensor(weights), TorchSharp.torch.ones(weights.Length), 1.0 / weights.Length);
        var loss = new PolicyLoss(0.2, clipHigh, beta).Compute(terms, entropyBonus);
        loss.backward();

        Assert.Equal(numbers.RootElement.GetProperty("cases").GetProperty(name).GetProperty("loss").GetDouble(), Tiny.Values(loss)[0], 1e-6);
        Tiny.AssertClose(Tiny.Values(fixture[$"grad.{name}"]), Tiny.Values(logits.grad!), 1e-6);

        TorchSharp.torch.Tensor OfTokens(string key) => fixture[key].view(-1).index_select(0, tokens);
    }

    public static TheoryData<string, AdvantageEstimator> Estimators => new()
    {
        { "trl/group", new AdvantageEstimator.Grpo() },
        { "trl_nan/group", new AdvantageEstimator.Grpo() },
        { "trl/none(dr_grpo)", new AdvantageEstimator.DrGrpo() },
        { "trl_nan/none(dr_grpo)", new AdvantageEstimator.DrGrpo() },
        { "verl/grpo", new AdvantageEstimator.Grpo(1e-6) },
        { "verl/grpo_nostd", new AdvantageEstimator.DrGrpo() },
        { "verl/rloo", new AdvantageEstimator.Rloo() },
    };

    [Theory]
    [MemberData(nameof(Estimators), DisableDiscoveryEnumeration = true)]
    public void Advantages_match(string name, AdvantageEstimator estimator)
    {
        var fixture = Safetensors.Read(SharedData.Trainer(Tensors));
        using var numbers = JsonDocument.Parse(File.ReadAllText(SharedData.Trainer(Numbers)));
        var expected = numbers.RootElement.GetProperty("advantages").GetProperty(name).EnumerateArray().Select(static value => (float)value.GetDouble());
        var rewards = Rewards(fixture[name.StartsWith("trl_nan", StringComparison.Ordinal) ? "rewards_nan" : "rewards"], fixture["reward_weights"]);

        var advantages = rewards.Chunk(numbers.RootElement.GetProperty("G").GetInt32()).SelectMany(group => estimator.Estimate(group));

        Tiny.AssertClose([.. expected], [.. advantages.Select(static advantage => (float)advantage)], 1e-5);
    }

    // Weighted sums as TRL forms them: NaN counts as nothing, and a row of NaN alone is no reward.
    private static double?[] Rewards(TorchSharp.torch.Tensor rewards, TorchSharp.torch.Tensor weights)
    {
        var (values, weight) = (Tiny.Values(rewards), Tiny.Values(weights));
        return
        [
            .. values.Chunk(weight.Length).Select(row => row.All(float.IsNaN)
                ? (double?)null
                : row.Zip(weight).Where(static term => !float.IsNaN(term.First)).Sum(static term => term.First * term.Second)),
        ];
    }
}
