using System.Diagnostics;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Benchmarks;

/// <summary>What a call costs apart from its arithmetic; run explicitly: <c>--explicit only</c>.</summary>
public sealed class SmallOperatorTests(ITestOutputHelper output)
{
    [Fact(Explicit = true)]
    public void Adding_sixteen_numbers()
    {
        var (a, b) = (ones(16), ones(16));
        output.WriteLine($"add: {Cost(() => a.add(b).Dispose()):F3} µs");
        output.WriteLine($"add_: {Cost(() => a.add_(b).Dispose()):F3} µs");
        output.WriteLine($"operator + double: {Cost(() => (a + 1.0).Dispose()):F3} µs");
        output.WriteLine($"size: {Cost(() => a.size(0)):F3} µs");
        output.WriteLine($"view: {Cost(() => a.view(4, 4).Dispose()):F3} µs");
    }

    private static double Cost(Action body)
    {
        const int Calls = 100_000, Rounds = 7;
        using var mode = no_grad();
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Calls; i++) body();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls);
        }
        return best;
    }
}
