using System.Globalization;
using Judges.Format.Conformance;

namespace Judges.Bench;

/// <summary><c>./judges bench format --fuzz [INPUTS] [SEED]</c>: mutated requests, judged twice; exit code 1 when something goes wrong.</summary>
internal static class FormatFuzzing
{
    private const int Slice = 50_000;

    public static int Run(string[] arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var numbers = new[] { 1_000_000, 1 };
        for (var at = 0; at < arguments.Length; at++)
        {
            if (at >= numbers.Length || !int.TryParse(arguments[at], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[at]))
            {
                output.WriteLine("Usage: ./judges bench format --fuzz [INPUTS] [SEED]      1000000 inputs from seed 1 unless they are named");
                return 1;
            }
        }
        var started = TimeProvider.System.GetTimestamp();
        for (var done = 0; done < numbers[0]; done += Slice)
        {
            // Each slice has a seed of its own, so that what it finds can be found again alone.
            var wrong = FormatFuzz.Run(Math.Min(Slice, numbers[0] - done), numbers[1] + done / Slice, TimeProvider.System, cancellationToken);
            if (wrong.Count > 0)
            {
                output.WriteLine(string.Join('\n', wrong));
                return 1;
            }
        }
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{numbers[0]} mutated inputs, each judged twice, in {seconds:N0} s: no crash, no hang, no verdict that differs"));
        return 0;
    }
}
