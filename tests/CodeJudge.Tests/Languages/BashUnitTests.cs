namespace CodeJudge.Tests.Languages;

/// <summary>Unit tests in bash, in a process of their own.</summary>
public sealed class BashUnitTests(JudgeFixture fixture)
{
    private const string Greets = "[ \"$(greet 'a b' \"\")\" = 'hello a b/' ] || exit 1\ngreet x y >/dev/null && exit 2\nexit 0";

    public static TheoryData<string, string, string> Cases => new()
    {
        { "greet() { echo \"hello $1/$2\"; [ -z \"$2\" ]; }", Greets, "accepted 1" },
        { "greet() { printf 'hello %s/%s\\n\\n' \"$1\" \"$2\"; return 7; }", "out=$(greet a b; echo \"$?.\"); [ \"$out\" = $'hello a/b\\n\\n7.' ]", "accepted 1" },
        { "greet() { echo \"hello $1/$2\"; }", Greets, "wrongAnswer 0" },
        { "greet() { exit 0; }", Greets, "wrongAnswer 0" },
        { "exit 0", Greets, "runtimeError 0" },
        { "printf 'T[null]' >&3; read -r _ <&4; printf '0 aGVsbG8=\\n' >&5; kill -9 $$", "greet a >/dev/null; [ \"$(greet b)\" = hi ] || exit 1", "runtimeError 0" },
        { "printf '$(exit 0) x;exit 0\\n' >&5", "[ \"$(greet a)\" = hi ] || exit 1", "runtimeError 0" },
        { "test() { return 0; }; exit() { :; }; alias exit=true; greet() { echo hi; }", "test \"$(greet a)\" = ho || exit 1", "wrongAnswer 0" },
        { "cat ../test/tests.sh /tmp/test/* > /tmp/work/got 2>/dev/null; greet() { cat /tmp/work/got; }", "[ -n \"$(greet a)\" ] || exit 1", "wrongAnswer 0" },
        { "greet() { :; }", "exit 0", "judgeError" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Tests_end_as_they_do_in_one_process(string program, string tests, string expected)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "two users need root");
        await UnitEnds.Hold(fixture, "bash", program, tests, expected, "greet");
    }

    [Fact]
    public Task Without_the_functions_name_they_are_refused() => UnitEnds.Hold(fixture, "bash", "greet() { :; }", Greets, "judgeError");
}
