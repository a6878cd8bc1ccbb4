using Judges.Hosting;
using Judges.Mathematics;

namespace Judges.Bench;

/// <summary>The math judge on recorded answers: how long a verdict takes, what it allocates, how many there are per second, and Math-Verify beside it.</summary>
internal static class MathBench
{
    public static IReadOnlyList<GradeMath> Requests { get; } =
    [
        new() { Response = @"Half of one, so \boxed{\frac{1}{2}}.", Answer = "0.5" },
        new() { Response = "<think>3 + 4</think><answer>8</answer>", Answer = "7" },
        new() { Response = @"First \boxed{1}, then after some more thought \boxed{1{,}024}", Answer = "1024" },
        new() { Response = "I do not know.", Answer = "12" },
    ];

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddMathJudge();
        using var host = builder.Build();
        await DoorBench.Measure(report, "math", host, Requests, cancellationToken);
        var core = host.Services.GetRequiredService<IJudge<GradeMath>>();
        Action<GradeMath> judge = request => core.Grade(request, cancellationToken).AsTask().GetAwaiter().GetResult();
        var sets = MathCorpus.Sets.Select(static set => (set, set.Requests())).ToList();
        Distribution.Warm([.. sets.SelectMany(static pair => pair.Item2)], judge);
        foreach (var (set, requests) in sets)
        {
            if (requests.Count == 0)
            {
                report.Note($"{set.Name}: not measured, {MathCorpus.Folder} does not hold {set.File} (set JUDGES_SHARED)");
                continue;
            }
            var ours = Distribution.Measure(requests, judge);
            ours.Print(report, set.Name);
            foreach (var cores in Environment.ProcessorCount > 1 ? [1, 2] : (int[])[1])
                report.Line($"{set.Name}, {cores} at a time", Throughput(core, requests, cores, ours.Mean), "verdicts/s");
            await MathVerifyPeer.Compare(report, set.Name, requests, ours, cancellationToken);
        }
    }

    private static double Throughput(IJudge<GradeMath> core, IReadOnlyList<GradeMath> requests, int cores, double mean)
    {
        const int Rounds = 3;
        const double RoundMicroseconds = 500_000;
        var repeats = Math.Max(1, (int)(RoundMicroseconds / (mean * requests.Count)));
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var started = TimeProvider.System.GetTimestamp();
            var threads = Enumerable.Range(0, cores).Select(_ => new Thread(Work)).ToList();
            threads.ForEach(static thread => thread.Start());
            threads.ForEach(static thread => thread.Join());
            best = Math.Max(best, cores * repeats * requests.Count / TimeProvider.System.GetElapsedTime(started).TotalSeconds);
        }
        return best;

        void Work()
        {
            for (var repeat = 0; repeat < repeats; repeat++)
            {
                foreach (var request in requests)
                    core.Grade(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            }
        }
    }
}
