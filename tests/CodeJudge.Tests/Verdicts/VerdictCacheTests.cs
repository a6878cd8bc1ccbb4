using System.Text.Json;
using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Verdicts;

public sealed class VerdictCacheTests
{
    private static readonly GradeCode _request = Ask.Call("def f(): return 1", "f", ("[]", "1"));

    private int _runs;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_content_is_judged_once_whatever_its_id_and_text()
    {
        var cache = new VerdictCache(new CodeJudgeOptions());

        var first = await cache.Get("p", _request, Settled, Token);
        var second = await cache.Get("p", _request with { Id = "other", Response = "in other words" }, Settled, Token);

        Assert.Equal(1, _runs);
        Assert.False(first.Remembered);
        Assert.True(second.Remembered);
        Assert.Same(first.Graded, second.Graded);
    }

    [Fact]
    public async Task Other_programs_tests_limits_and_policies_are_judged_anew()
    {
        var cache = new VerdictCache(new CodeJudgeOptions());

        await cache.Get("p", _request, Settled, Token);
        await cache.Get("q", _request, Settled, Token);
        await cache.Get("p", _request with { Reward = CodeReward.Tiered }, Settled, Token);
        await cache.Get("p", _request with { Limits = new Limits { MemoryMb = 64 } }, Settled, Token);
        await cache.Get("p", _request with { Tests = Ask.Call("", "f", ("[]", "2")).Tests }, Settled, Token);

        Assert.Equal(5, _runs);
    }

    [Fact]
    public async Task A_limit_that_was_met_is_not_remembered()
    {
        var cache = new VerdictCache(new CodeJudgeOptions());

        await cache.Get("p", _request, Unsettled, Token);
        await cache.Get("p", _request, Unsettled, Token);

        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task A_fault_is_not_remembered()
    {
        var cache = new VerdictCache(new CodeJudgeOptions());

        await Assert.ThrowsAsync<SandboxFaultException>(async () =>
            await cache.Get("p", _request, static _ => throw new SandboxFaultException("gone"), Token));
        await cache.Get("p", _request, Settled, Token);

        Assert.Equal(1, _runs);
    }

    [Fact]
    public async Task Without_entries_nothing_is_remembered()
    {
        var cache = new VerdictCache(new CodeJudgeOptions { CacheEntries = 0 });

        await cache.Get("p", _request, Settled, Token);
        await cache.Get("p", _request, Settled, Token);

        Assert.Equal(2, _runs);
    }

    [Fact]
    public async Task The_least_recently_used_makes_room()
    {
        var cache = new VerdictCache(new CodeJudgeOptions { CacheEntries = 2 });

        foreach (var program in (string[])["a", "b", "a", "c", "a", "b"])
            await cache.Get(program, _request, Settled, Token);

        Assert.Equal(4, _runs);
    }

    [Fact]
    public async Task Requests_at_the_same_time_share_one_run()
    {
        var cache = new VerdictCache(new CodeJudgeOptions());
        var gate = new TaskCompletionSource<Graded>();
        Task<Graded> Slow(CancellationToken _)
        {
            Interlocked.Increment(ref _runs);
            return gate.Task;
        }

        var asked = Enumerable.Range(0, 5).Select(_ => cache.Get("p", _request, Slow, Token).AsTask()).ToArray();
        gate.SetResult(Made(settled: true));
        var all = await Task.WhenAll(asked);

        Assert.Equal(1, _runs);
        Assert.Single(all, static answer => !answer.Remembered);
    }

    [Fact]
    public async Task Who_waits_judges_itself_when_the_first_one_goes_away()
    {
        var cache = new VerdictCache(new CodeJudgeOptions());
        using var first = new CancellationTokenSource();
        var leaving = cache.Get("p", _request, static async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Made(settled: true);
        }, first.Token).AsTask();
        var waiting = cache.Get("p", _request, Settled, Token).AsTask();

        await first.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.False((await waiting).Remembered);
        Assert.Equal(1, _runs);
    }

    private static Graded Made(bool settled) => new(Outcome.Accepted, 1, JsonDocument.Parse("{}").RootElement, 0, 0, settled);

    private Task<Graded> Settled(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        return Task.FromResult(Made(settled: true));
    }

    private Task<Graded> Unsettled(CancellationToken cancellationToken)
    {
        _runs++;
        return Task.FromResult(Made(settled: false));
    }
}
