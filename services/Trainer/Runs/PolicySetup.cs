using System.Text.Json;
using Judges.Training.Checkpoints;
using Judges.Training.Generation;
using Judges.Training.Learning;
using Judges.Training.Models;
using Judges.Training.Recipes;
using Judges.Training.Tasks;
using TorchSharp;

namespace Judges.Training.Runs;

/// <summary>The policy, its generator and its learner as a recipe describes them.</summary>
internal sealed class PolicySetup : IDisposable
{
    private readonly Decoder _policy;
    private readonly Decoder? _reference;

    private PolicySetup(Decoder policy, Decoder? reference, GrpoOptions options)
    {
        _policy = policy;
        _reference = reference;
        Generator = new Generator(policy);
        Learner = new GrpoLearner(policy, options, reference);
    }

    public Generator Generator { get; }

    public GrpoLearner Learner { get; }

    public long ParameterCount => _policy.Parameters.Count;

    public static PolicySetup Create(Recipe recipe, Vocabulary vocabulary, int longestRow)
    {
        TorchSettings.Threads(recipe.Threads);
        UseDevice(recipe.Compute.Device);
        var config = Config(recipe.Model, vocabulary.Count, longestRow);
        return new PolicySetup(NewDecoder(), recipe.Learning.KlBeta > 0 ? NewDecoder() : null, Options(recipe));

        Decoder NewDecoder() => new(config, recipe.Seed) { ComputeType = recipe.Compute.Type, RecomputeActivations = recipe.Compute.RecomputeActivations };
    }

    private static void UseDevice(ComputeDevice device)
    {
        var available = torch.cuda.is_available();
        if (device == ComputeDevice.Cuda && !available)
            throw new RunException("The recipe asks for a CUDA device and there is none, or libtorch has no CUDA: set LIBTORCH to one that has, or compute.device to cpu.");

        if (device != ComputeDevice.Cpu && available)
            torch.set_default_device(torch.CUDA);
    }

    public static AdvantageEstimator Estimator(AdvantageKind kind) => kind switch
    {
        AdvantageKind.Grpo => new AdvantageEstimator.Grpo(),
        AdvantageKind.DrGrpo => new AdvantageEstimator.DrGrpo(),
        AdvantageKind.Rloo => new AdvantageEstimator.Rloo(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "there is no such estimator"),
    };

    public void Save(string directory, string run, ulong seed, RunState state) => CheckpointStore.Save(directory, _policy, Learner, new TrainingState
    {
        RunId = run,
        Seed = seed,
        Step = state.Step,
        PolicyVersion = Learner.Steps,
        Totals = JsonSerializer.SerializeToElement(state, RunJson.Default.RunState),
    });

    /// <summary>The state that was saved, or null when there is no checkpoint.</summary>
    public RunState? Load(string directory) => Directory.Exists(directory)
        ? CheckpointStore.Load(directory, _policy, Learner).Totals?.Deserialize(RunJson.Default.RunState)
        : null;

    public void Dispose()
    {
        Learner.Dispose();
        _reference?.Dispose();
        _policy.Dispose();
    }

    private static DecoderConfig Config(ModelSection model, int vocabulary, int positions) => new()
    {
        VocabularySize = vocabulary,
        HiddenSize = model.Hidden,
        Layers = model.Layers,
        Heads = model.Heads,
        KeyValueHeads = model.KvHeads ?? model.Heads,
        HeadSize = model.Hidden / model.Heads,
        DenseIntermediateSize = model.DenseIntermediate,
        ExpertIntermediateSize = model.ExpertIntermediate,
        Experts = model.Experts,
        ExpertsPerToken = model.ExpertsPerToken,
        SharedExperts = model.SharedExperts,
        FirstDenseLayers = model.FirstDenseLayers,
        RopeTheta = model.RopeTheta,
        InitialStd = model.InitStd,
        TieEmbeddings = model.TieEmbeddings,
        CopyInit = model.CopyInit,
        LearnedPositions = model.LearnedPositions,
        MaxPositions = positions,
    };

    public static GrpoOptions Options(Recipe recipe)
    {
        var learning = recipe.Learning;
        return new GrpoOptions
        {
            Schedule = new Schedule
            {
                Decay = learning.Decay,
                Steps = recipe.Steps,
                Hold = learning.Hold,
                WarmupSteps = learning.WarmupSteps,
                LearningRate = learning.LearningRate,
                FinalLearningRate = learning.FinalLearningRate,
                EntropyBonus = learning.EntropyBonus,
                FinalEntropyBonus = learning.FinalEntropyBonus,
            },
            EntropyCap = learning.EntropyCap,
            Coverage = learning.Coverage,
            ClipEpsilon = learning.ClipEpsilon,
            ClipEpsilonHigh = learning.ClipEpsilonHigh,
            Normalization = learning.Normalization,
            MaxCompletionTokens = recipe.Tasks.Max(task => task.MaxTokens ?? recipe.Sampling.MaxTokens),
            KlBeta = learning.KlBeta,
            WeightDecay = learning.WeightDecay,
            Beta1 = learning.Beta1,
            Beta2 = learning.Beta2,
            MaxGradNorm = learning.MaxGradNorm,
            BalanceRate = learning.BalanceRate,
            MicrobatchTokens = learning.MicrobatchTokens,
        };
    }
}
