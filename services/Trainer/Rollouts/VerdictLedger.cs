using System.Threading.Channels;

namespace Judges.Training.Rollouts;

/// <summary>
/// Which verdicts are still to come. Each (run, group, index, judge) is counted once, however often it is delivered: a judge that died
/// after answering and before acknowledging answers again.
/// </summary>
internal sealed class VerdictLedger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Entry, Action<Verdict>> _open = [];
    private readonly Channel<bool> _progress = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Verdicts that were counted.</summary>
    public long Counted { get; private set; }

    /// <summary>Verdicts that had been counted before, or that nobody here had asked for.</summary>
    public long Ignored { get; private set; }

    public int Outstanding
    {
        get
        {
            lock (_lock)
                return _open.Count;
        }
    }

    public void Expect(Entry entry, Action<Verdict> receive)
    {
        lock (_lock)
            _open.Add(entry, receive);
    }

    public void Receive(RolloutsGraded graded)
    {
        lock (_lock)
        {
            foreach (var (index, verdict) in graded.Verdicts)
            {
                if (_open.Remove(new Entry(graded.Run, graded.Group, index, graded.Judge), out var receive))
                {
                    receive(verdict);
                    Counted++;
                }
                else
                {
                    Ignored++;
                }
            }
        }
        _progress.Writer.TryWrite(true);
    }

    /// <summary>The entries that have no verdict yet.</summary>
    public IReadOnlyList<Entry> Open()
    {
        lock (_lock)
            return [.. _open.Keys];
    }

    /// <summary>Waits until a verdict arrives; false when none did within <paramref name="patience"/>.</summary>
    public async Task<bool> Progress(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await _progress.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>One verdict that is expected.</summary>
    internal readonly record struct Entry(string Run, long Group, int Index, string Judge);
}
