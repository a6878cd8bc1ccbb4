using Judges.Code;

namespace CodeJudge.Tests.Hostile;

/// <summary>The catalogue in the strongest box that this machine has; one box, so that each honest program meets what was left behind.</summary>
public sealed class HostileTests(HostileBox box) : IClassFixture<HostileBox>
{
    public static TheoryData<string> Calls => Catalogue.Names("call");

    public static TheoryData<string> Programs => Catalogue.Names("stdio");

    public static TheoryData<string> Units => Catalogue.Names("unit");

    [Theory]
    [MemberData(nameof(Units))]
    public Task A_hostile_submission_earns_nothing_from_unit_tests(string name) => Catalogue.MustEarnNothing(box.Judge, name);

    public static TheoryData<string> Beside => Catalogue.Names("shared");

    [Theory]
    [MemberData(nameof(Beside))]
    public Task A_hostile_submission_earns_nothing_from_tests_in_its_own_process(string name) => Catalogue.MustEarnNothingBesideItsTests(box.Judge, name);

    [Theory]
    [MemberData(nameof(Calls))]
    public Task A_hostile_function_earns_nothing_and_the_honest_one_after_it_is_accepted(string name) => Catalogue.MustEarnNothing(box.Judge, name);

    [Theory]
    [MemberData(nameof(Programs))]
    public Task A_hostile_program_earns_nothing_and_the_honest_one_after_it_is_accepted(string name) => Catalogue.MustEarnNothing(box.Judge, name);

    [Fact]
    public void The_catalogue_is_not_empty()
    {
        Assert.True(Calls.Count > 60);
        Assert.True(Programs.Count > 15);
        Assert.True(Units.Count > 35);
        Assert.True(Beside.Count > 30);
    }
}

/// <summary>A judge with one box.</summary>
public sealed class HostileBox() : JudgeFixture(new CodeJudgeOptions { Boxes = 1, CacheEntries = 0, FirstUserId = 0x6000_0000 });
