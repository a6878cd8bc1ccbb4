using System.Text;
using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>
/// Go: reflection on a function's value tells how its arguments and results are read and written. The tests are compiled with stubs in the
/// place of the functions that they call; a stub asks the submission's process.
/// </summary>
internal sealed partial class GoHarness : IHarness
{
    [GeneratedRegex(@"^package\s+\w+", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Package { get; }

    [GeneratedRegex(@"^func\s+main\s*\(\s*\)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Main { get; }

    [GeneratedRegex(@"^func\s+(Test\w*)\s*\(\s*\w+\s+\*testing\.T\s*\)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Test { get; }

    // What Go's own tool runs too, and is not run here: to leave it out in silence would be to pass it.
    [GeneratedRegex(@"^func\s+(Test(?:[^a-z\s(]\w*)?|Fuzz\w*|Example\w*)\s*\(", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Collected { get; }

    // What ends the process, what the tests have in its place, and what their import is used by then.
    private static readonly (string Written, string Ours, string Used)[] _ends =
        [("os.Exit(", "judgeExit(", "os.Exit"), ("log.Fatalf(", "judgeFatalf(", "log.Fatalf"), ("log.Fatal(", "judgeFatal(", "log.Fatal")];

    public Sources ForCall(string program, string entryPoint)
    {
        var (name, position) = entryPoint.Split('@') is [var bare, var index] ? (bare, index) : (entryPoint, "-1");
        var parts = name.Replace("()", "", StringComparison.Ordinal).Split('.');
        var target = parts.Length > 1 ? $"new({parts[^2]}).{parts[^1]}" : parts[0];
        return Files("program.go", Submission(program), $"func main() {{ judgeCall({target}, {position}) }}");
    }

    public (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests)
    {
        var heads = prefix is not null && GoHead.All(prefix).LastOrDefault() is { } open ? [open]
            : TestedHeads.Of(GoHead.All(program), GoHead.All(tests.Code), tests);
        var functions = string.Concat(heads.Select(static head => $"\"{head.Name}\": {head.Name}, "));
        var stubs = string.Concat(heads.Select(static head => head.Stub));
        return (Files("program.go", Submission(program), $"func main() {{ judgeServe(map[string]interface{{}}{{{functions}}}) }}"),
            Files("tests.go", Trusted(tests.Code), $"{stubs}{Start(tests.Code)}"));
    }

    private static string Start(string tests)
    {
        var names = Test.Matches(tests).Select(static match => match.Groups[1].Value).ToList();
        if (Collected.Matches(tests).Select(static match => match.Groups[1].Value).Except(names).FirstOrDefault() is { } other)
            throw new TestsUnusableException($"the tests have a function {other}, and only `func TestName(t *testing.T)` is run here");
        if (names.Count > 0)
            return $"func main() {{ judgeRunTests([]testing.InternalTest{{{string.Concat(names.Select(static name => $"{{\"{name}\", {name}}}, "))}}}) }}";
        return Main.IsMatch(tests)
            ? "func main() { judgeRunMain(judgeTestMain) }"
            : throw new TestsUnusableException("the tests have neither a function `func TestName(t *testing.T)` nor a `func main()`");
    }

    // An end in the middle would be an end without a word.
    private static string Trusted(string tests)
    {
        var code = Main.Replace(tests, "func judgeTestMain()");
        foreach (var (written, ours, used) in _ends)
        {
            if (code.Contains(written, StringComparison.Ordinal))
                code = code.Replace(written, ours, StringComparison.Ordinal) + $"\nvar _ = {used}\n";
        }
        return WithPackage(code.Replace("t.Run(", "judgePart(t, ", StringComparison.Ordinal));
    }

    // Only one main may be: the program's own stays, under another name.
    private static string Submission(string program) => WithPackage(Main.Replace(program, "func submissionMain()"));

    private static string WithPackage(string code) => Package.IsMatch(code) ? Package.Replace(code, "package main", 1) : "package main\n" + code;

    private static Sources Files(string name, string code, string main)
    {
        List<BoxFile> files = [new(name, Encoding.UTF8.GetBytes(code)), Resource.File("judge.go", "judge_harness.go"), Resource.File("judge_unit.go")];
        var isTested = main.Contains("testing.", StringComparison.Ordinal);
        // Only who is asked to run such tests needs the package.
        if (isTested)
            files.Add(Resource.File("judge_testing.go"));
        files.Add(new BoxFile("judge_main.go", Encoding.UTF8.GetBytes($"package main\n\n{(isTested ? "import \"testing\"\n\n" : "")}{main}\n")));
        return new Sources(name, files);
    }
}
