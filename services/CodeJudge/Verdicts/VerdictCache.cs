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
    private readonly LeastRecentlyUsed<Task<Graded>> _verdicts = new(options.CacheEntries);

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
                _verdicts.Remove(key);
            mine.SetResult(graded);
            return graded;
        }
        catch
        {
            _verdicts.Remove(key);
            mine.SetCanceled(CancellationToken.None);
            throw;
        }
    }

    private (Task<Graded> Task, TaskCompletionSource<Graded>? Mine) Find(string key)
    {
        var mine = new TaskCompletionSource<Graded>(TaskCreationOptions.RunContinuationsAsynchronously);
        var known = _verdicts.GetOrAdd(key, mine.Task);
        return (known, known == mine.Task ? mine : null);
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
}
