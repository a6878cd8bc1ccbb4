using Judges;
using Judges.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hosting.Tests;

/// <summary>A judge that does what the test says; by default it accepts an answer that the response repeats.</summary>
internal sealed class FakeJudge(Func<GradeMath, CancellationToken, ValueTask<Verdict>>? grade = null) : IJudge<GradeMath>
{
    public string Name => JudgeNames.Math;

    public string Version => "1.2.3";

    public ValueTask<Verdict> Grade(GradeMath request, CancellationToken cancellationToken) =>
        grade is null ? ValueTask.FromResult(Compare(request)) : grade(request, cancellationToken);

    public static Verdict Compare(GradeMath request) => request.Response == request.Answer ? Give(Outcome.Accepted, 1) : Give(Outcome.WrongAnswer, 0);

    public static Verdict Give(Outcome outcome, double? reward) =>
        new() { Judge = JudgeNames.Math, Outcome = outcome, Reward = reward, JudgeVersion = "1.2.3" };
}

/// <summary>A clock that moves one second each time it is read.</summary>
internal sealed class TickingTime : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => _ticks++;
}

internal static class Guarded
{
    public static GradeMath Request(string response = "5", string answer = "5", string? id = null) =>
        new() { Id = id, Response = response, Answer = answer };

    public static GuardedJudge<GradeMath> Judge(Func<GradeMath, CancellationToken, ValueTask<Verdict>>? grade = null, JudgeMetrics? metrics = null) =>
        new(new FakeJudge(grade), new TickingTime(), metrics ?? Metrics(), NullLogger<GuardedJudge<GradeMath>>.Instance);

    private static JudgeMetrics Metrics() =>
        new ServiceCollection().AddJudgeGrading().BuildServiceProvider().GetRequiredService<JudgeMetrics>();
}
