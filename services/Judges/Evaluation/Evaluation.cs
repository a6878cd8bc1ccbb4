using System.Text.Json.Serialization;

namespace Judges.Standalone.Evaluation;

/// <summary>What an evaluation found: the table, the report and the JSON are written from it.</summary>
internal sealed record Evaluation
{
    public required int Problems { get; init; }

    /// <summary>Samples that have a verdict.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples that we failed to judge; they are in no other number.</summary>
    public required int JudgeErrors { get; init; }

    public required int UnreadableLines { get; init; }

    public required double Seconds { get; init; }

    /// <summary>The mean over problems of the share of samples that pass, and of the reward.</summary>
    public required Measure Accuracy { get; init; }

    public required Measure Reward { get; init; }

    public required IReadOnlyList<MeasureAtK> PassAtK { get; init; }

    /// <summary>Math problems only.</summary>
    public required IReadOnlyList<MeasureAtK> MajAtK { get; init; }

    /// <summary>How many samples ended how.</summary>
    public required IReadOnlyDictionary<string, int> Outcomes { get; init; }

    public required IReadOnlyList<ProblemScore> PerProblem { get; init; }
}

/// <summary>A mean over problems with its 95 % interval.</summary>
internal sealed record Measure(double Mean, double Low, double High, int Problems)
{
    public static Measure Of(IReadOnlyCollection<double> values)
    {
        var mean = values.Count == 0 ? 0 : values.Average();
        var interval = Estimators.Wilson(mean, values.Count);
        return new Measure(mean, interval.Low, interval.High, values.Count);
    }
}

/// <summary>A measure at k, over the problems that have at least k judged samples.</summary>
internal sealed record MeasureAtK(int K, double Mean, double Low, double High, int Problems)
{
    public static MeasureAtK Of(int k, IReadOnlyCollection<double> values)
    {
        var measure = Measure.Of(values);
        return new MeasureAtK(k, measure.Mean, measure.Low, measure.High, measure.Problems);
    }
}

/// <summary>One problem's samples.</summary>
/// <param name="Problem">Its name in the data set.</param>
/// <param name="Judge">Which judge was asked.</param>
/// <param name="Samples">Samples with a verdict.</param>
/// <param name="Passed">How many of them passed.</param>
/// <param name="JudgeErrors">Samples without a verdict.</param>
/// <param name="MeanReward">Over the samples with a verdict; null when there is none.</param>
/// <param name="MajorityAnswer">For math, the answer most often given.</param>
internal sealed record ProblemScore(string Problem, string Judge, int Samples, int Passed, int JudgeErrors, double? MeanReward, string? MajorityAnswer);

[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Evaluation))]
internal sealed partial class EvalJson : JsonSerializerContext;
