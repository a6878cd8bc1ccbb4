using System.Text.Json;
using Judges.Training.Checkpoints.HuggingFace;
using Judges.Training.Generation;
using Judges.Training.Learning;
using Judges.Training.Models;
using TorchSharp;
using static TorchSharp.torch;
using Generator = Judges.Training.Generation.Generator;

namespace Trainer.Tests.Models.Families;

/// <summary>Every family against Hugging Face's own code.</summary>
public sealed class FamilyFixtureTests
{
    private const double LearningRate = 1e-3;
    private static readonly GrpoOptions s_options = new() { Beta1 = 0.9, Beta2 = 0.95, AdamEpsilon = 1e-8, WeightDecay = 0.1 };

    public static TheoryData<string> Families { get; } =
        ["llama", "qwen2", "qwen3", "qwen3_moe", "olmoe", "mixtral", "deepseek_v2_lite", "deepseek_v3"];

    [Theory]
    [MemberData(nameof(Families))]
    public void Logits_and_losses_match(string family)
    {
        using var fixture = new FamilyFixture(family);
        foreach (var path in Enum.GetValues<ExpertPath>())
        {
            var (logits, language, balance, _) = fixture.Run(path);

            var error = (fixture.Tensors["logits"].view(28, -1) - logits).abs().max().ToDouble();
            TestContext.Current.SendDiagnosticMessage($"{family} {path}: logits within {error:E1}");
            Assert.InRange(error, 0, 2e-5);
            Assert.Equal(fixture.Facts.GetProperty("lm_loss").GetDouble(), language.ToDouble(), 1e-5);
            if (fixture.Facts.GetProperty("aux_loss") is { ValueKind: JsonValueKind.Number } auxiliary)
                Assert.Equal(auxiliary.GetDouble(), balance!.ToDouble(), 1e-5);
            Assert.Equal(fixture.Facts.GetProperty("loss").GetDouble(), fixture.Loss(path).Loss.ToDouble(), 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void All_gradients_match(string family)
    {
        using var fixture = new FamilyFixture(family);
        fixture.Loss(ExpertPath.Grouped).Loss.backward();

        var worst = 0.0;
        var compared = 0;
        foreach (var slot in fixture.Model.Slots)
        {
            if (!fixture.Tensors.TryGetValue($"grad.{slot.Name}", out var expected))
                continue;
            compared++;
            var gradient = fixture.Model.Decoder.Parameters.All[slot.Parameter].grad!;
            var error = (slot.Part(gradient) - expected).abs().max().ToDouble() / Math.Max(expected.abs().max().ToDouble(), 1e-6);
            Assert.True(error <= 1e-4, $"{slot.Name}: {error}");
            worst = Math.Max(worst, error);
        }

        TestContext.Current.SendDiagnosticMessage($"{family}: {compared} gradients within {worst:E1} of their largest");
        Assert.Equal(fixture.Tensors.Keys.Count(static name => name.StartsWith("grad.", StringComparison.Ordinal)), compared);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Router_choices_match(string family)
    {
        using var fixture = new FamilyFixture(family);
        var routes = fixture.Run(ExpertPath.Dense).Routes;

        Assert.Equal(fixture.RoutedLayers.Count, routes.Count);
        foreach (var (layer, route) in fixture.RoutedLayers.Zip(routes))
            Assert.Equal(Sorted(fixture.Choices(layer)), Sorted(route.Experts));

        static long[] Sorted(Tensor experts) => experts.sort(1).Values.contiguous().cpu().data<long>().ToArray();
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Three_AdamW_steps_match(string family)
    {
        using var fixture = new FamilyFixture(family);
        var facts = fixture.Facts.GetProperty("adamw");
        var parameters = fixture.Model.Decoder.Parameters;
        using var whole = new AdamW(parameters, s_options);
        var steps = fixture.Model.Slots.Select(slot => new SlotSteps(slot, parameters)).ToList();

        for (var step = 0; step < 3; step++)
        {
            var (loss, routes) = fixture.Loss(ExpertPath.Dense);
            loss.backward();
            Assert.Equal(facts.GetProperty("losses")[step].GetDouble(), loss.ToDouble(), 2e-5);
            Assert.Equal(facts.GetProperty("grad_norms")[step].GetDouble(), whole.ClipGradients(1), 2e-4);
            steps.ForEach(slot => slot.Step(family is "qwen3_moe" or "deepseek_v3" && !fixture.Uses(slot.Name, routes)));
            whole.ZeroGradients();
        }

        foreach (var slot in fixture.Model.Slots.Where(slot => facts.GetProperty("param_l2_after_3").TryGetProperty(slot.Name, out _)))
        {
            var length = slot.Part(parameters.All[slot.Parameter].detach()).norm().ToDouble();
            Assert.Equal(facts.GetProperty("param_l2_after_3").GetProperty(slot.Name).GetDouble(), length, 2e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Greedy_answers_match(string family)
    {
        using var fixture = new FamilyFixture(family);
        var options = new SamplingOptions { MaxTokens = 12, EosToken = -1, Greedy = true };

        var completions = new Generator(fixture.Model.Decoder).Generate(
            [Ints("greedy_prompt")], 1, options, 0, TestContext.Current.CancellationToken);

        Assert.Equal(Ints("greedy_next"), completions[0].Tokens);

        int[] Ints(string name) => [.. fixture.Facts.GetProperty(name).EnumerateArray().Select(static item => item.GetInt32())];
    }

    /// <summary>
    /// AdamW for one tensor of the checkpoint, as the fixtures were made: vectors are decayed too, and where Hugging Face's code does
    /// not call an expert that nothing chose, not even padding, the expert is left alone until something does.
    /// </summary>
    private sealed class SlotSteps(CheckpointSlot slot, ParameterSet parameters)
    {
        private readonly Tensor _part = slot.Part(parameters.All[slot.Parameter].detach());
        private AdamW? _optimizer;

        public string Name => slot.Name;

        public void Step(bool unused)
        {
            using var guard = no_grad();
            if (parameters.All[slot.Parameter].grad is not { } gradient || (unused && _optimizer is null))
                return;

            _optimizer ??= new AdamW([KeyValuePair.Create(slot.Name, _part)], s_options);
            _part.grad = slot.Part(gradient).contiguous();
            if (_part.shape.Length == 1) // ours spares vectors
                _part.mul_(1 - LearningRate * s_options.WeightDecay);
            _optimizer.Step(LearningRate);
        }
    }
}
