using Judges.Format;
using Judges.Hosting;

namespace Judges.Bench;

internal static class FormatBench
{
    private const int LongCharacters = 1 << 20;

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddFormatJudge();
        using var host = builder.Build();
        var thought = string.Concat(Enumerable.Repeat("so 2 < 3 and then it follows ", 40));
        GradeFormat[] requests =
        [
            new() { Response = $"<think>{thought}</think><answer>4</answer>" },
            new() { Response = $"<answer>4</answer><think>{thought}</think>" },
            new() { Response = "no tags at all" },
        ];
        await DoorBench.Measure(report, "format", host, requests, cancellationToken);

        var core = host.Services.GetRequiredService<IJudge<GradeFormat>>();
        var longOne = new GradeFormat { Response = $"<think>{new string('<', LongCharacters)}</think><answer>4</answer>" };
        var microseconds = Clock.Microseconds(() => core.Grade(longOne, cancellationToken).AsTask().GetAwaiter().GetResult());
        report.Line("one response of a million '<'", LongCharacters / microseconds, "million characters/s");
    }
}
