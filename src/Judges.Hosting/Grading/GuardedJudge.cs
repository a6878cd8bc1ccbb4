using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Judges.Hosting;

/// <summary>
/// The one way to a judge, shared by the bus, HTTP and the command line: it stamps id, version and time, counts outcomes, and turns a
/// fault of ours into a <see cref="Outcome.JudgeError"/> that says why.
/// </summary>
public sealed partial class GuardedJudge<TRequest>(
    IJudge<TRequest> judge, TimeProvider time, JudgeMetrics metrics, ILogger<GuardedJudge<TRequest>> logger)
    where TRequest : GradeRequest
{
    public string Name => judge.Name;

    /// <summary>Judges a request; throws only when the caller cancels.</summary>
    public async ValueTask<Verdict> Grade(TRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var started = time.GetTimestamp();
        var verdict = await GradeOrExplain(request, cancellationToken);
        var elapsed = time.GetElapsedTime(started);
        metrics.Judged(judge.Name, verdict.Outcome, elapsed);
        return verdict with { Id = request.Id, Timing = verdict.Timing ?? new Timing(0, elapsed.TotalMilliseconds) };
    }

    private async ValueTask<Verdict> GradeOrExplain(TRequest request, CancellationToken cancellationToken)
    {
        if (request.Defect() is { } defect)
            return Fault("the request cannot be judged: " + defect);
        try
        {
            var verdict = await judge.Grade(request, cancellationToken);
            return verdict.Defect() is { } broken ? Fault($"{judge.Name} broke its contract: {broken}") : verdict;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        // The one place where every exception is caught: whatever went wrong in here is ours and must not be scored against the model.
        catch (Exception fault)
        {
            LogFault(logger, fault, judge.Name, request.Id);
            return Fault($"{fault.GetType().Name}: {fault.Message}");
        }
    }

    private Verdict Fault(string reason) => new()
    {
        Judge = judge.Name,
        Outcome = Outcome.JudgeError,
        Reward = null,
        Detail = JsonSerializer.SerializeToElement(new FaultDetail(reason), HostingJson.Default.FaultDetail),
        JudgeVersion = judge.Version,
    };

    [LoggerMessage(LogLevel.Error, "The {Judge} judge failed on request {Id}; its verdict is judgeError")]
    private static partial void LogFault(ILogger logger, Exception fault, string judge, string? id);
}

/// <summary>The detail of a judgeError.</summary>
/// <param name="Reason">What went wrong, for the operator.</param>
public sealed record FaultDetail(string Reason);
