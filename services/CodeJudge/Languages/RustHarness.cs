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

    [GeneratedRegex(@"\bshould_panic\b(?:\s*\(\s*expected\s*=\s*(?<said>""(?:[^""\\]|\\.)*""|r#*""[^""]*""#*)\s*\)|\s*=\s*(?<said>""(?:[^""\\]|\\.)*""))?")]
    private static partial Regex ShouldPanic { get; }

    [GeneratedRegex(@"\bdebug_assert(?=(?:_eq|_ne)?!)")]
    private static partial Regex DebugAssert { get; }

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
            return Main.IsMatch(tests) ? "(\"main\", None, || judge_harness::Held::held(judge_test_main()))" : throw new TestsUnusableException("the tests have neither a function with #[test] nor a `fn main()`");
        if (tests.Split("#[test]").Length - 1 > found.Count)
            throw new TestsUnusableException("the tests have a #[test] that no plain function `fn name()` follows");
        var inner = InnerModule.Match(tests) is { Success: true } module && module.Index < found[0].Index ? module.Groups[1].Value + "::" : "";
        var run = found.Select(static match => (Name: match.Groups["name"].Value, Attributes: match.Groups["before"].Value + match.Groups["after"].Value))
            .Where(static test => !test.Attributes.Contains("#[ignore", StringComparison.Ordinal)).Select(test => $"(\"{test.Name}\", {Panic(test.Attributes)}, || judge_harness::Held::held({inner}{test.Name}()))").ToList();
        return run.Count > 0 ? string.Join(", ", run) : throw new TestsUnusableException("every test is to be ignored");
    }

    // The text is written here as it is there.
    private static string Panic(string attributes) => ShouldPanic.Match(attributes) is { Success: true } match
        ? $"Some({(match.Groups["said"] is { Success: true } said ? said.Value : "\"\"")})" : "None";

    // What Rust's own tool does with tests is done here: they are functions of a program, and `debug_assert` asserts.
    private static string Trusted(string tests) => Test.Replace(
        DebugAssert.Replace(Main.Replace(tests.Replace("#[cfg(test)]", "", StringComparison.Ordinal), "fn judge_test_main()"), "assert"),
        static match => $"pub fn {match.Groups["name"].Value}()");

    private static Sources Files(string code) => new("main.rs", [new BoxFile("main.rs", Encoding.UTF8.GetBytes(code)), Resource.File("judge.rs")]);
}
