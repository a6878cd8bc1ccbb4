using System.Globalization;
using MathJudge.Tests.Fuzzing;

namespace Judges.Bench;

/// <summary><c>./judges bench math --fuzz [INPUTS] [SEED]</c>: mutated answers, each judged three times; exit code 1 when one throws or changes.</summary>
internal static class MathFuzzing
{
    private const int Inputs = 1_000_000;

    public static int Run(string[] arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var inputs = arguments.Length > 0 && int.TryParse(arguments[0], CultureInfo.InvariantCulture, out var count) ? count : Inputs;
        var seed = arguments.Length > 1 && int.TryParse(arguments[1], CultureInfo.InvariantCulture, out var given) ? given : 1;
        var (fuzz, failures, slowest) = (new AnswerFuzz(seed), 0, (Milliseconds: 0.0, Input: 0));
        var judge = new Mathematics.MathJudge();
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < inputs; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var begun = TimeProvider.System.GetTimestamp();
            if (fuzz.Step() is { } failure)
            {
                failures++;
                output.WriteLine($"input {i} of seed {seed}: {failure}");
            }
            if (TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds / 3 > slowest.Milliseconds && Best(judge, fuzz.Last) is var alone && alone > slowest.Milliseconds)
                slowest = (alone, i);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{inputs:N0} mutated answers from seed {seed}: {failures} failures, {fuzz.Accepted:N0} accepted, slowest {slowest.Milliseconds:N1} ms (input {slowest.Input}), {TimeProvider.System.GetElapsedTime(started).TotalSeconds:N0} s"));
        return failures == 0 ? 0 : 1;
    }

    // What disturbs a call only ever makes it longer.
    private static double Best(Mathematics.MathJudge judge, GradeMath request)
    {
        var distribution = Distribution.Measure([request], request => judge.Grade(request, CancellationToken.None).AsTask().GetAwaiter().GetResult());
        return distribution.Max / 1000;
    }
}
