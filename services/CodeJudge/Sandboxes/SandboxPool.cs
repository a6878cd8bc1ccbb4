using System.Threading.Channels;

namespace Judges.Code;

/// <summary>
/// A fixed number of places for boxes. A place is lent to one submission at a time; its box is started when it is first needed and
/// replaced after it could not be proven clean.
/// </summary>
public sealed class SandboxPool : IAsyncDisposable
{
    private readonly ISandboxEngine _engine;
    private readonly Channel<BoxLease> _free;
    private readonly BoxLease[] _all;
    private readonly int _mostWaiting;
    private int _waiting;

    public SandboxPool(ISandboxEngine engine, CodeJudgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _engine = engine;
        _mostWaiting = options.MostWaiting;
        _all = [.. Enumerable.Range(0, options.BoxCount).Select(slot => new BoxLease(this, slot))];
        _free = Channel.CreateBounded<BoxLease>(_all.Length);
        foreach (var lease in _all)
            _free.Writer.TryWrite(lease);
    }

    /// <summary>Waits for a place; giving it back is disposing of the lease.</summary>
    public async ValueTask<BoxLease> Rent(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            return await _free.Reader.ReadAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _free.Writer.TryComplete();
        foreach (var lease in _all)
            await lease.DiscardAll();
    }

    /// <summary>Whether as many submissions wait for a place as may: who asks now had better ask later.</summary>
    internal bool IsCrowded => _mostWaiting > 0 && Volatile.Read(ref _waiting) >= _mostWaiting;

    internal string EngineName => _engine.Name;

    internal Task<ISandbox> Start(int slot, string image, CancellationToken cancellationToken) => _engine.Start(slot, image, cancellationToken);

    internal void Return(BoxLease lease) => _free.Writer.TryWrite(lease);
}
