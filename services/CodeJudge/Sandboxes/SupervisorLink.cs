using System.Text.Json;

namespace Judges.Code;

/// <summary>The judge's end of a supervisor's two streams, whatever holds the box.</summary>
/// <param name="input">What the supervisor reads.</param>
/// <param name="output">What it writes.</param>
/// <param name="complaints">What the box said besides, or nothing.</param>
internal sealed class SupervisorLink(Stream input, Stream output, Func<string> complaints)
{
    private static readonly TimeSpan _startTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _cleaningTime = TimeSpan.FromSeconds(60);

    private bool _isClean = true;
    private bool _owesWord; // the supervisor has reported a run, and not yet whether the box is clean again

    /// <summary>Waits until the supervisor is warm; throws what kept it from that.</summary>
    public async Task Greet(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_startTime);
        await BoxFrames.ReadGreeting(output, deadline.Token);
    }

    /// <summary>Waits until the supervisor has proven the box clean after its last run; false where it could not, or is gone.</summary>
    public async Task<bool> IsClean(CancellationToken cancellationToken)
    {
        if (!_owesWord)
            return _isClean;
        _isClean = false;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_cleaningTime);
        try
        {
            _isClean = await BoxFrames.ReadClean(output, deadline.Token);
        }
        catch (Exception fault) when (IsBoxes(fault, cancellationToken))
        {
            // Then it is not.
        }
        _owesWord = false;
        return _isClean;
    }

    public async Task<RunReport> Run(RunRequest request, CancellationToken cancellationToken)
    {
        if (!await IsClean(cancellationToken))
            throw new SandboxFaultException($"a box was not clean after the run before{complaints()}");
        // The supervisor stops a run well before this; it ends the wait for a supervisor that no longer answers.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds((20 * Math.Max(request.Limits.WallSeconds, request.Limits.CpuSeconds)) + 180));
        try
        {
            await BoxFrames.Write(input, request, deadline.Token);
            var report = await BoxFrames.ReadReport(output, request, deadline.Token);
            _owesWord = true;
            return report;
        }
        catch (Exception fault) when (IsBoxes(fault, cancellationToken))
        {
            throw new SandboxFaultException($"a box failed in the middle of a run: {fault.Message}{complaints()}", fault);
        }
    }

    private static bool IsBoxes(Exception fault, CancellationToken cancellationToken) =>
        fault is IOException or InvalidDataException or JsonException or ObjectDisposedException
        || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
