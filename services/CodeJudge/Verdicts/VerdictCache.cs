using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Judges.Code;

/// <summary>
/// Verdicts by content: the same program with the same tests, limits and policy is judged once, also when it is asked for twice at the
/// same time. Only settled verdicts are kept; the least recently used one makes room.
/// </summary>
internal sealed class VerdictCache(CodeJudgeOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    /// <summary>What was graded, and whether it came from memory.</summary>
    public async ValueTask<(Graded Graded, bool Remembered)> Get(
        string program, GradeCode request, Func<CancellationToken, Task<Graded>> grade, CancellationToken cancellationToken)
    {
        if (options.CacheEntries == 0)
            return (await grade(cancellationToken), false);
        var key = Key(program, request);
        while (true)
        {
            var (task, mine) = Find(key);
            if (mine is not null)
                return (await Judge(key, mine, grade, cancellationToken), false);
            try
            {
                return (await task.WaitAsync(cancellationToken), true);
            }
            // Who was judging it has gone away or failed; that is no reason for this request to fail.
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
            }
        }
    }

    private async Task<Graded> Judge(
        string key, TaskCompletionSource<Graded> mine, Func<CancellationToken, Task<Graded>> grade, CancellationToken cancellationToken)
    {
        try
        {
            var graded = await grade(cancellationToken);
            if (!graded.Settled)
                Forget(key);
            mine.SetResult(graded);
            return graded;
        }
        catch
        {
            Forget(key);
            mine.SetCanceled(CancellationToken.None);
            throw;
        }
    }

    private (Task<Graded> Task, TaskCompletionSource<Graded>? Mine) Find(string key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var known))
            {
                _byUse.Remove(known);
                _byUse.AddFirst(known);
                return (known.Value.Task, null);
            }
            var mine = new TaskCompletionSource<Graded>(TaskCreationOptions.RunContinuationsAsynchronously);
            _entries[key] = _byUse.AddFirst(new Entry(key, mine.Task));
            if (_entries.Count > options.CacheEntries)
            {
                _entries.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }
            return (mine.Task, mine);
        }
    }

    private void Forget(string key)
    {
        lock (_gate)
        {
            if (_entries.Remove(key, out var known))
                _byUse.Remove(known);
        }
    }

    private static string Key(string program, GradeCode request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var source = Encoding.UTF8.GetBytes(program);
        hash.AppendData(BitConverter.GetBytes(source.Length));
        hash.AppendData(source);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(
            request with { Id = null, Response = "", Prefix = null }, JudgesJson.Of<GradeCode>()));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private sealed record Entry(string Key, Task<Graded> Task);
}
