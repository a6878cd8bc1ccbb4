using System.Text;
using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>Go: reflection on a function's value tells how its arguments and result are read and written.</summary>
internal sealed partial class GoHarness : IHarness
{
    [GeneratedRegex(@"^package\s+\w+", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Package { get; }

    [GeneratedRegex(@"^func\s+main\s*\(\s*\)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Main { get; }

    public Sources ForCall(string program, string entryPoint)
    {
        var (name, position) = entryPoint.Split('@') is [var bare, var index] ? (bare, index) : (entryPoint, "-1");
        var parts = name.Replace("()", "", StringComparison.Ordinal).Split('.');
        var target = parts.Length > 1 ? $"new({parts[^2]}).{parts[^1]}" : parts[0];
        // Only one main may be: the program's own stays, under another name.
        var code = Main.Replace(program, "func submissionMain()");
        code = Package.IsMatch(code) ? Package.Replace(code, "package main", 1) : "package main\n" + code;
        return new Sources("program.go",
        [
            new BoxFile("program.go", Encoding.UTF8.GetBytes(code)), Resource.File("judge.go", "judge_harness.go"),
            new BoxFile("judge_main.go", Encoding.UTF8.GetBytes($"package main\n\nfunc main() {{ judgeCall({target}, {position}) }}\n")),
        ]);
    }

    public (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests) =>
        throw new NotSupportedException("`unit` tests are not run in go; `call` and `stdio` tests are");
}
