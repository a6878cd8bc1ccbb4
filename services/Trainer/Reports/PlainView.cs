using System.Globalization;
using Judges.Training.Runs;

namespace Judges.Training.Reports;

/// <summary>Plain lines, for logs and pipes: the first step, then one line every few seconds.</summary>
internal sealed class PlainView(TextWriter output, TimeProvider time) : IRunView
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private long? _last;

    public void Say(string line)
    {
        lock (_lock)
            output.WriteLine(line);
    }

    public void Stepped(StepRecord step, int lastStep, TimeSpan remaining)
    {
        if (_last is { } last && step.Step != lastStep && time.GetElapsedTime(last) < Interval)
            return;
        _last = time.GetTimestamp();
        Say(Line(step, lastStep, remaining));
    }

    public Task During(Func<Task> work) => work();

    internal static string Line(StepRecord step, int lastStep, TimeSpan remaining) => string.Create(CultureInfo.InvariantCulture,
        $"step {step.Step,4}/{lastStep}  reward {step.Reward:F2} ({Pairs(step.RewardByJudge, "F2")})  solved {Pairs(step.Accuracy, "P0")}  "
        + $"format {step.FormatAccepted:P0}  length {step.Length:F1}  entropy {step.Entropy:F2}  experts {step.ExpertLoad:F2}  "
        + $"{step.TokensPerSecond:F0} tok/s  {step.VerdictsPerSecond:F0} verdicts/s"
        + $"{(step.JudgeErrors > 0 ? $"  {step.JudgeErrors} judgeError" : "")}  left ≤ {remaining:m\\:ss}");

    private static string Pairs(IReadOnlyDictionary<string, double> values, string format) =>
        string.Join(' ', values.Select(pair => $"{pair.Key} {pair.Value.ToString(format, CultureInfo.InvariantCulture)}"));
}
