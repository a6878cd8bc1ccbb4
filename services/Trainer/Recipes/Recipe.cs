using System.ComponentModel.DataAnnotations;

namespace Judges.Training.Recipes;

/// <summary>Everything that decides a run, as a YAML file says it. Names are camelCase there; unknown ones are refused.</summary>
internal sealed class Recipe
{
    /// <summary>The run's name; the run directory is called after it.</summary>
    [Required]
    public string Name { get; set; } = "run";

    /// <summary>The seed of initialisation, prompts and sampling; default 1.</summary>
    public ulong Seed { get; set; } = 1;

    /// <summary>The most steps that the run takes; default 200, range 1 to 10,000,000.</summary>
    [Range(1, 10_000_000)]
    public int Steps { get; set; } = 200;

    /// <summary>Threads inside one tensor operator; default 1, which is fastest for models of this size.</summary>
    [Range(1, 1024)]
    public int Threads { get; set; } = 1;

    public ComputeSection Compute { get; set; } = new();

    public ModelSection Model { get; set; } = new();

    /// <summary>Which tasks are mixed, with how many prompts of each in a step.</summary>
    [Required, MinLength(1)]
    public List<TaskSection> Tasks { get; set; } = [];

    /// <summary>Give a task more of the step's prompts the less of it is solved; every task keeps at least one.</summary>
    public bool PromptsFollowAccuracy { get; set; }

    /// <summary>The weight of each judge's reward.</summary>
    [Required, MinLength(1)]
    public Dictionary<string, double> Rubric { get; set; } = [];

    /// <summary>A judge of the rubric whose acceptance the other terms wait for: a right answer in the wrong form earns nothing.</summary>
    public string? Gate { get; set; }

    public PenaltySection Penalties { get; set; } = new();

    public SamplingSection Sampling { get; set; } = new();

    public LearningSection Learning { get; set; } = new();

    public StopSection Stop { get; set; } = new();

    public EvaluationSection Evaluation { get; set; } = new();

    public CheckpointSection Checkpoint { get; set; } = new();
}

/// <summary>The policy's shape: a DeepSeek-V3-style mixture of experts.</summary>
internal sealed class ModelSection
{
    [Range(8, 65536)]
    public int Hidden { get; set; } = 64;

    [Range(1, 256)]
    public int Layers { get; set; } = 2;

    [Range(1, 256)]
    public int Heads { get; set; } = 4;

    /// <summary>Key and value heads; default as many as <see cref="Heads"/>.</summary>
    [Range(1, 256)]
    public int? KvHeads { get; set; }

    /// <summary>The first layers, whose feed-forward network is dense.</summary>
    [Range(0, 256)]
    public int FirstDenseLayers { get; set; } = 1;

    /// <summary>Width of the dense feed-forward network.</summary>
    [Range(1, 1_000_000)]
    public int DenseIntermediate { get; set; } = 128;

    /// <summary>Width of one expert.</summary>
    [Range(1, 1_000_000)]
    public int ExpertIntermediate { get; set; } = 32;

    [Range(1, 1024)]
    public int Experts { get; set; } = 8;

    [Range(1, 1024)]
    public int ExpertsPerToken { get; set; } = 2;

    [Range(0, 64)]
    public int SharedExperts { get; set; } = 1;

    public double RopeTheta { get; set; } = 10000;

    /// <summary>Standard deviation of the initial weights.</summary>
    [Range(1e-6, 10)]
    public double InitStd { get; set; } = 0.02;

    public bool TieEmbeddings { get; set; }

    /// <summary>How strongly attention copies what it attends to at the start; default 0: not at all.</summary>
    [Range(0, 10)]
    public double CopyInit { get; set; }

    /// <summary>Adds a learned embedding of the absolute position to the rotary ones.</summary>
    public bool LearnedPositions { get; set; }
}

/// <summary>A task of the mixture.</summary>
internal sealed class TaskSection
{
    [Required]
    public string Name { get; set; } = "";

    /// <summary>Prompts per step.</summary>
    [Range(1, 65536)]
    public int Prompts { get; set; } = 8;

    /// <summary>The longest completion of this task, in tokens; default <c>sampling.maxTokens</c>.</summary>
    [Range(1, 1_000_000)]
    public int? MaxTokens { get; set; }
}

/// <summary>What is taken off the reward for length; default nothing.</summary>
internal sealed class PenaltySection
{
    /// <summary>For a completion that was cut off.</summary>
    [Range(0, 100)]
    public double Truncated { get; set; }

    /// <summary>For each token of thought beyond the first.</summary>
    [Range(0, 100)]
    public double ThoughtToken { get; set; }
}

/// <summary>How completions are sampled.</summary>
internal sealed class SamplingSection
{
    /// <summary>Completions per prompt: the group that rewards are compared in.</summary>
    [Range(2, 4096)]
    public int GroupSize { get; set; } = 16;

    [Range(0.01, 100)]
    public double Temperature { get; set; } = 1;

    /// <summary>
    /// The share of tokens that is drawn uniformly from the vocabulary, times what is still missing: the share of responses whose format is
    /// not accepted or, where that is more, a fifth of the share of the task that is not solved (running means over about 20 steps).
    /// </summary>
    [Range(0, 0.5)]
    public double UniformShare { get; set; }

    /// <summary>The longest completion, in tokens.</summary>
    [Range(1, 1_000_000)]
    public int MaxTokens { get; set; } = 16;
}

/// <summary>When the run ends before its last step: every task solved and the format kept, over a window of steps.</summary>
internal sealed class StopSection
{
    /// <summary>Whether the run may end early; default false.</summary>
    public bool WhenSolved { get; set; }

    /// <summary>The share that has to be solved, of each task.</summary>
    [Range(0, 1)]
    public double Accuracy { get; set; } = 0.985;

    /// <summary>The steps that it is averaged over.</summary>
    [Range(1, 100_000)]
    public int Window { get; set; } = 15;

    /// <summary>The steps that are taken in any case.</summary>
    [Range(0, 10_000_000)]
    public int MinSteps { get; set; } = 50;

    /// <summary>The steps that follow while the learning rate runs out.</summary>
    [Range(1, 10_000_000)]
    public int LandingSteps { get; set; } = 20;
}

/// <summary>The held-out evaluation with greedy decoding.</summary>
internal sealed class EvaluationSection
{
    /// <summary>Held-out problems of each task, at most.</summary>
    [Range(1, 1_000_000)]
    public int Problems { get; set; } = 256;

    /// <summary>How many rollouts the report shows.</summary>
    [Range(0, 1000)]
    public int Samples { get; set; } = 10;
}

/// <summary>When the run is saved.</summary>
internal sealed class CheckpointSection
{
    /// <summary>Steps between checkpoints; the last step is always saved.</summary>
    [Range(1, 10_000_000)]
    public int Every { get; set; } = 50;
}
