using CodeJudge.Tests.Sandboxes;
using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Verdicts;

public sealed class RunMemoryTests
{
    private readonly FakeEngine _engine = new(static _ => FakeEngine.Result("IPR1"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_program_did_is_remembered_and_what_is_expected_is_compared_anew()
    {
        var judge = _engine.Judge();

        var right = await judge.Grade(Ask.Call("def f(): return 1", "f", ("[]", "1")), Token);
        var wrong = await judge.Grade(Ask.Call("def f(): return 1", "f", ("[]", "2")), Token);

        Assert.Equal((Outcome.Accepted, Outcome.WrongAnswer), (right.Outcome, wrong.Outcome));
        Assert.Single(_engine.Requests);
        Assert.Equal("cgroup", wrong.Detail!.Value.GetProperty("memoryLimit").GetString());
    }

    [Fact]
    public async Task Another_input_program_entry_point_or_limit_is_run()
    {
        var judge = _engine.Judge();
        var request = Ask.Call("def f(): return 1", "f", ("[]", "1"));

        await judge.Grade(request, Token);
        await judge.Grade(Ask.Call("def f(): return 1", "f", ("[2]", "1")), Token);
        await judge.Grade(Ask.Call("def f(): return 2", "f", ("[]", "1")), Token);
        await judge.Grade(Ask.Call("def f(): return 1", "g", ("[]", "1")), Token);
        await judge.Grade(request with { Limits = new Limits { MemoryMb = 64 } }, Token);

        Assert.Equal(5, _engine.Requests.Count);
    }

    [Fact]
    public async Task Without_a_cache_everything_is_run()
    {
        var judge = _engine.Judge(new CodeJudgeOptions { Boxes = 1, CacheEntries = 0 });

        await judge.Grade(Ask.Call("def f(): return 1", "f", ("[]", "1")), Token);
        await judge.Grade(Ask.Call("def f(): return 1", "f", ("[]", "1")), Token);

        Assert.Equal(2, _engine.Requests.Count);
    }

    [Fact]
    public async Task A_run_that_a_limit_stopped_is_not_remembered()
    {
        var engine = new FakeEngine(static _ => FakeEngine.Result("IP") with { Stopped = StopReason.Wall });
        var judge = engine.Judge();

        await judge.Grade(Ask.Call("def f(): return 1", "f", ("[]", "1")), Token);
        await judge.Grade(Ask.Call("def f(): return 1", "f", ("[]", "2")), Token);

        Assert.Equal(2, engine.Requests.Count);
    }
}
