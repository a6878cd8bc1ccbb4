using Judges;

namespace CodeJudge.Tests.Languages;

/// <summary>Unit tests in Go, in a process of their own.</summary>
public sealed class GoUnitTests(JudgeFixture fixture)
{
    public static IReadOnlyList<ITheoryDataRow> Cases => Toolchain.Tested(new TheoryData<string, string, string, string>
    {
        { "go", "func Add(a, b int) int { return a + b }", Testing("if Add(1, 2) != 3 || Add(-1, 1) != 0 { t.Errorf(\"sum\") }"), "accepted 1" },
        { "go", "func Add(a, b int) int { return 3 }", Testing("if Add(1, 2) != 3 { t.Fatal(\"sum\") }", "if Add(1, 1) != 2 { t.Fatalf(\"%d\", 1) }"), "partiallyCorrect 1" },
        { "go", "func Add(a, b int) int { return 3 }", Testing("for _, n := range []int{1, 2} { t.Run(\"n\", func(t *testing.T) { if Add(n, 0) != n { t.Error() } }) }"), "wrongAnswer 0" },
        { "go", "func Add(a, b int) int { panic(\"no\") }", Testing("t.Run(\"n\", func(t *testing.T) { Add(1, 2) })", "t.Parallel(); Add(1, 2)"), "wrongAnswer 0" },
        { "go", "package main\nimport \"os\"\nfunc Add(a, b int) int { os.Exit(0); return 3 }\nfunc main() {}", Testing("if Add(1, 2) != 3 { t.Fatal() }"), "runtimeError 0" },
        { "go", "func Add(a, b int) int { return a + b }", "package main\nfunc main() { if Add(1, 2) != 3 { panic(\"sum\") } }", "accepted 1" },
        { "go", "func Add(a, b int) int { return a - b }", "package main\nimport \"os\"\nfunc main() { if Add(1, 2) != 3 { os.Exit(1) } }", "wrongAnswer 0" },
        { "go", "func Add(a, b int) int { return a - b }", "package main\nimport \"log\"\nfunc main() { if Add(1, 2) != 3 { log.Fatal(\"sum\") } }", "wrongAnswer 0" },
        // What crosses stays what it is.
        { "go", "func Same(a []int, b [][]string, c map[int]bool, d []byte, e float64, f error1) []int { return a }\ntype error1 = int", Testing("t.Skip()"), "judgeError" },
        { "go", "func Same(a []int, b [][]string, c map[int]bool, d []byte, e float64, r rune) ([]int, [][]string, map[int]bool, []byte, float64, rune) { return a, b, c, d, e, r }",
            Testing("""
                a, b, c, d, e, r := Same(nil, [][]string{{}, nil, {"\u00e9"}}, map[int]bool{7: true}, []byte{0, 200, 255}, math.Inf(-1), '\u4e16')
                if a != nil || !reflect.DeepEqual(b, [][]string{{}, nil, {"\u00e9"}}) || !c[7] || len(c) != 1 || !bytes.Equal(d, []byte{0, 200, 255}) || !math.IsInf(e, -1) || r != '\u4e16' { t.Fatal() }
                """), "accepted 1" },
        { "go", "import \"errors\"\nfunc Half(n int) (half int, err error) { if n%2 != 0 { return 0, errors.New(\"odd\") }; return n / 2, nil }", Testing("if h, err := Half(4); h != 2 || err != nil { t.Fatal() }; if _, err := Half(3); err == nil || err.Error() != \"odd\" { t.Fatal() }"), "accepted 1" },
        { "go", "import \"sort\"\nfunc Sort(v []int) { sort.Ints(v) }", Testing("v := []int{3, 1, 2}; Sort(v); if !reflect.DeepEqual(v, []int{1, 2, 3}) { t.Fatal() }"), "accepted 1" },
        // Names that mean something to the tests, and heads that are none.
        { "go", "func Add(a, b int) int { return 3 }\nfunc len(v []int) int { return 1 }", Testing("if len([]int{Add(1, 2)}) != 1 || len([]int{}) != 0 || Add(1, 1) != 2 { t.Fatal() }"), "compileError 0" },
        { "go", "func Add(a, b int) int { return 3 }\nfunc string(n int) bool { return true }", Testing("if string([]byte{65}) != \"A\" || Add(1, 1) != 2 { t.Fatal() }"), "compileError 0" },
        { "go", "import \"os\"\nfunc init() { os.NewFile(3, \"r\").WriteString(\"T[null]\"); os.NewFile(5, \"a\").WriteString(\"\\x02\\x00\\x00\\x00[]\"); os.Exit(0) }\nfunc Add(a, b int) int { return 3 }", Testing("if Add(1, 2) != 3 { t.Fatal() }"), "runtimeError 0" },
        { "go", "func Add(judgeAsk, len int) int { return judgeAsk + len }", Testing("if Add(1, 2) != 3 { t.Fatal() }"), "accepted 1" },
        { "go", "func Other(a int) int { return a }", Testing("if Add(1, 2) != 3 { t.Fatal() }"), "judgeError" },
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Tests_end_as_they_do_in_one_process(string language, string program, string tests, string expected) =>
        UnitEnds.Hold(fixture, language, program, tests, expected);

    [Fact]
    public async Task A_prefix_says_what_is_called()
    {
        Toolchain.Demand("go");
        var request = Ask.Call("", "f", ("[]", "0")) with
        {
            Language = "go",
            Prefix = "package main\n\n// Sum adds up.\nfunc Sum(values ...int) (total int) {\n",
            Response = "    for _, v := range values { total += v }\n    return\n}\n",
            Tests = new UnitTests { Code = Testing("if Sum(1, 2, 3) != 6 || Sum() != 0 { t.Fatal() }") },
        };

        var verdict = await fixture.Grade(request);

        Assert.True(verdict.Passed, verdict.Detail.ToString());
    }

    private static string Testing(params string[] bodies) =>
        "package main\nimport (\"testing\"; \"reflect\"; \"bytes\"; \"math\")\nvar _, _, _ = reflect.DeepEqual, bytes.Equal, math.Pi\n"
        + string.Concat(bodies.Select(static (body, index) => $"func Test{index}(t *testing.T) {{\n{body}\n}}\n"));
}
