using System.Text.Json;

namespace Judges.Code;

/// <summary>The judge's end of a supervisor's two streams, whatever holds the box.</summary>
/// <param name="input">What the supervisor reads.</param>
/// <param name="output">What it writes.</param>
/// <param name="complaints">What the box said besides, or nothing.</param>
internal sealed class SupervisorLink(Stream input, Stream output, Func<string> complaints)
{
    private static readonly TimeSpan _startTime = TimeSpan.FromSeconds(60);

    /// <summary>Waits until the supervisor is warm; throws what kept it from that.</summary>
    public async Task Greet(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_startTime);
        await BoxFrames.ReadGreeting(output, deadline.Token);
    }

    public async Task<RunReport> Run(RunRequest request, CancellationToken cancellationToken)
    {
        // The supervisor stops a run well before this; it ends the wait for a supervisor that no longer answers.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds((20 * Math.Max(request.Limits.WallSeconds, request.Limits.CpuSeconds)) + 180));
        try
        {
            await BoxFrames.Write(input, request, deadline.Token);
            return await BoxFrames.ReadReport(output, request, deadline.Token);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or JsonException or ObjectDisposedException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new SandboxFaultException($"a box failed in the middle of a run: {fault.Message}{complaints()}", fault);
        }
    }
}
