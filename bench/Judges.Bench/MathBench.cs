using Judges.Mathematics;

namespace Judges.Bench;

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
    }
}
