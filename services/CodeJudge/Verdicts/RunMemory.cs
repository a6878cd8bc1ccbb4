using System.Security.Cryptography;

namespace Judges.Code;

/// <summary>
/// Runs by content: the same program with the same input and limits is run once, whatever is expected of it. What a program did is kept,
/// not what was thought of it; runs that a limit stopped or that wrote much are not kept.
/// </summary>
internal sealed class RunMemory(CodeJudgeOptions options)
{
    // A submission has several tests, and a run is small.
    private const int RunsPerVerdict = 4;
    private const int MostBytes = 4096;

    private readonly LeastRecentlyUsed<RememberedRun>? _runs =
        options.CacheEntries > 0 ? new(options.CacheEntries * RunsPerVerdict) : null;

    /// <summary>The run from memory, or a new one.</summary>
    public async Task<RememberedRun> Get(RunRequest request, Func<Task<RememberedRun>> run)
    {
        if (_runs is null)
            return await run();
        var key = Key(request);
        if (_runs.TryGet(key, out var known))
            return known;
        var fresh = await run();
        if (fresh.Report is { Stopped: null } report && report.Output.Length + report.Errors.Length + report.Result.Length + (report.Tester?.Result.Length ?? 0) <= MostBytes)
            _runs.GetOrAdd(key, fresh);
        return fresh;
    }

    private static string Key(RunRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        BoxFrames.Append(request, hash.AppendData);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

/// <summary>How a run ended, and what held it.</summary>
internal sealed record RememberedRun(RunReport Report, Confinement? Confinement);
