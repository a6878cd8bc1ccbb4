using System.Text;
using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>
/// Rust: traits tell how a function's arguments and result are read and written. The tests are compiled with stubs in the place of the
/// functions that they call; a stub asks the submission's process.
/// </summary>
internal sealed partial class RustHarness : IHarness
{
    private const string Module = "\n#[path = \"judge.rs\"]\nmod judge_harness;\n";

    [GeneratedRegex(@"^(?:pub\s+)?fn\s+main\s*\(\s*\)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Main { get; }

    // An attribute of a test, others beside it, and its function.
    [GeneratedRegex(@"(?<before>(?:#\[[^\]\n]*\]\s*)*)#\[test\]\s*(?<after>(?:#\[[^\]\n]*\]\s*)*)(?:pub\s+)?fn\s+(?<name>\w+)\s*\(\s*\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Test { get; }

    [GeneratedRegex(@"^\s*(?:pub\s+)?mod\s+(\w+)\s*\{", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex InnerModule { get; }

    public Sources ForCall(string program, string entryPoint) => throw new NotSupportedException("`call` tests are not run in rust; `stdio` and `unit` tests are");

    public (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests)
    {
        var open = prefix is null ? null : RustHead.All(prefix).LastOrDefault();
        var heads = open is not null ? [open] : TestedHeads.Of(RustHead.All(program), RustHead.All(tests.Code), tests);
        var table = string.Concat(heads.Select(static head => head.Answer));
        var stubs = string.Concat(heads.Select(static head => head.Stub));
        return (Files($"{Main.Replace(program, "fn submission_main()")}{Module}fn main() {{ judge_harness::serve(&[{table}]); }}\n"),
            Files($"{Trusted(tests.Code)}{Module}{stubs}fn main() {{ judge_harness::run_tests(&[{Names(tests.Code)}]); }}\n"));
    }

    private static string Names(string tests)
    {
        var found = Test.Matches(tests);
        if (found.Count == 0)
            return Main.IsMatch(tests) ? "(\"main\", false, judge_test_main)" : throw new TestsUnusableException("the tests have neither a function with #[test] nor a `fn main()`");
        var inner = InnerModule.Match(tests) is { Success: true } module && module.Index < found[0].Index ? module.Groups[1].Value + "::" : "";
        return string.Join(", ", found.Select(match =>
            $"(\"{match.Groups["name"].Value}\", {((match.Groups["before"].Value + match.Groups["after"].Value).Contains("should_panic", StringComparison.Ordinal) ? "true" : "false")}, {inner}{match.Groups["name"].Value})"));
    }

    // What Rust's own tool does with tests is done here: they are functions of a program.
    private static string Trusted(string tests) => Test.Replace(
        Main.Replace(tests.Replace("#[cfg(test)]", "", StringComparison.Ordinal), "fn judge_test_main()"), static match => $"pub fn {match.Groups["name"].Value}()");

    private static Sources Files(string code) => new("main.rs", [new BoxFile("main.rs", Encoding.UTF8.GetBytes(code)), Resource.File("judge.rs")]);
}
