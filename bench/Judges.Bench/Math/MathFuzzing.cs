using System.Globalization;
using MathJudge.Tests.Fuzzing;

namespace Judges.Bench;

/// <summary><c>./judges bench math --fuzz [INPUTS] [SEED]</c>: mutated answers, each judged three times; exit code 1 when one throws or changes.</summary>
internal static class MathFuzzing
{
    private const int Inputs = 1_000_000;

    public static int Run(string[] arguments, TextWriter output)
    {
        var inputs = arguments.Length > 0 && int.TryParse(arguments[0], CultureInfo.InvariantCulture, out var count) ? count : Inputs;
        var seed = arguments.Length > 1 && int.TryParse(arguments[1], CultureInfo.InvariantCulture, out var given) ? given : 1;
        var (fuzz, failures, slowest) = (new AnswerFuzz(seed), 0, 0.0);
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < inputs; i++)
        {
            var begun = TimeProvider.System.GetTimestamp();
            if (fuzz.Step() is { } failure)
            {
                failures++;
                output.WriteLine($"input {i} of seed {seed}: {failure}");
            }
            slowest = Math.Max(slowest, TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds / 3);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{inputs:N0} mutated answers from seed {seed}: {failures} failures, {fuzz.Accepted:N0} accepted, slowest {slowest:N1} ms, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:N0} s"));
        return failures == 0 ? 0 : 1;
    }
}
