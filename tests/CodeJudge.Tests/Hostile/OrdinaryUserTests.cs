using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Hostile;

/// <summary>
/// The catalogue where the judge is not root: the box then runs programs under its own user. Run as root, the tests become an ordinary
/// user for the box's sake; as anyone else they are that user already.
/// </summary>
public sealed class OrdinaryUserTests(OrdinaryUserBox box) : IClassFixture<OrdinaryUserBox>
{
    public static TheoryData<string> Names => [.. Catalogue.Names("call").Select(row => row.Data).Concat(Catalogue.Names("stdio").Select(row => row.Data)).Concat(Catalogue.Names("unit").Select(row => row.Data))
        .Where(name => !OrdinaryUserBox.Slow.Contains(name))];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_hostile_program_earns_nothing_without_root_too(string name) => Catalogue.MustEarnNothing(box.Judge, name);

    // What the list of words does not keep from being tried.
    [Theory]
    [InlineData("shared/end_the_pipes")]
    [InlineData("shared/exit_from_a_child")]
    [InlineData("shared/memory_by_a_child")]
    [InlineData("shared/open_every_descriptor_of_proc")]
    [InlineData("shared/read_what_comes_next")]
    [InlineData("shared/scan_own_memory")]
    [InlineData("shared/write_from_a_child")]
    [InlineData("shared/write_to_the_judging_process")]
    public Task A_hostile_program_beside_its_tests_earns_nothing_without_root_too(string name) => Catalogue.MustEarnNothingBesideItsTests(box.Judge, name);

    [Fact]
    public async Task Tests_that_share_the_submissions_user_are_refused_for_it_could_write_what_they_report()
    {
        const string Forger = """
            for report in /proc/[0-9]*/fd/3; do case $report in /proc/$$/*) ;; *) printf 'T[null]' >"$report";; esac; done 2>/dev/null
            kill -KILL $(cd /proc && echo [0-9]* | tr ' ' '\n' | grep -vx "$$")
            """;
        var request = Ask.Call("", "f", ("[]", "0")) with
        {
            Language = "bash",
            Response = $"```bash\n{Forger}\n```",
            Tests = new UnitTests { Code = "sleep 1; [ \"$(greet)\" = hello ]", EntryPoint = "greet" },
        };

        await Assert.ThrowsAsync<TestsUnusableException>(async () => await box.Judge.Grade(request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_detail_says_what_holds()
    {
        var verdict = await box.Judge.Grade(Catalogue.Request("call", Catalogue.HonestCall, tight: false), TestContext.Current.CancellationToken);

        Assert.Equal("addressSpace", verdict.Detail!.Value.GetProperty("memoryLimit").GetString());
        Assert.Equal("sharedUser", verdict.Detail!.Value.GetProperty("isolation").GetString());
    }
}

/// <summary>A judge whose one box belongs to an ordinary user.</summary>
public sealed class OrdinaryUserBox : JudgeFixture
{
    // They differ from others only by what a control group holds, or repeat a wait that the other class has had.
    internal static readonly string[] Slow = ["call/sleep_forever", "call/stop_oneself", "call/memory_bomb_of_many_processes", "stdio/child_keeps_output_open"];

    private static readonly CodeJudgeOptions _options = new() { Boxes = 1, CacheEntries = 0 };

    private static readonly string[] _before = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];

    public OrdinaryUserBox()
        : base(_options, new BubblewrapEngine(_options, new BubblewrapLaunch(AsRoot: false, _before)))
    {
    }
}
