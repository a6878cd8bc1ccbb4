namespace Judges.Training.Learning;

public enum Decay
{
    Constant,
    Linear,
    Cosine,
}

/// <summary>
/// How learning rate and entropy bonus go from their first to their final value. Both follow one progress a: 0 while the first
/// values hold, 1 at the end; the learning rate also warms up linearly over the first steps.
/// </summary>
public sealed record Schedule
{
    public Decay Decay { get; init; } = Decay.Linear;

    /// <summary>Steps until the final values are reached. Default 400.</summary>
    public long Steps { get; init; } = 400;

    /// <summary>Share of <see cref="Steps"/> during which the first values hold, in [0, 1). Default 0.6.</summary>
    public double Hold { get; init; } = 0.6;

    /// <summary>Default 5.</summary>
    public int WarmupSteps { get; init; } = 5;

    /// <summary>Default 2e-3.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Default 2e-4.</summary>
    public double FinalLearningRate { get; init; } = 2e-4;

    /// <summary>Default 0.01.</summary>
    public double EntropyBonus { get; init; } = 0.01;

    /// <summary>Default 0.</summary>
    public double FinalEntropyBonus { get; init; }

    /// <summary>Progress at a step, counted from 1; <paramref name="landing"/> cuts the schedule short.</summary>
    public double Progress(long step, Landing? landing)
    {
        if (Decay == Decay.Constant)
            return 0;
        if (landing is { } early)
            return Math.Min(1, early.Progress + (1 - early.Progress) * (step - early.Step) / early.Steps);

        var linear = Math.Clamp((step / (double)Steps - Hold) / (1 - Hold), 0, 1);
        return Decay == Decay.Linear ? linear : (1 - Math.Cos(Math.PI * linear)) / 2;
    }

    public double LearningRateAt(long step, Landing? landing) =>
        Between(LearningRate, FinalLearningRate, Progress(step, landing)) * Math.Min(1, step / (double)Math.Max(1, WarmupSteps));

    public double EntropyBonusAt(long step, Landing? landing) => Between(EntropyBonus, FinalEntropyBonus, Progress(step, landing));

    private static double Between(double first, double last, double progress) => first + (last - first) * progress;
}

/// <summary>From <paramref name="Progress"/>, reached at <paramref name="Step"/>, linearly to the end within <paramref name="Steps"/> further steps.</summary>
public readonly record struct Landing(long Step, double Progress, int Steps);
