using System.Text;
using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>
/// C++: the compiler itself finds how a function's arguments and result are read and written. The tests are compiled with stubs in the place
/// of the functions that they call; a stub asks the submission's process.
/// </summary>
internal sealed partial class CppHarness : IHarness
{
    private const string Include = "#include \"judge.hpp\"\n";

    // A function's head at the start of a line: its type, its name, its parameters, and the brace.
    [GeneratedRegex(@"^(?<type>[A-Za-z_][\w:<>,*& ]*?[\s*&>])(?<name>[A-Za-z_]\w*)\s*\((?<parameters>[^(){};]*)\)\s*\{", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head { get; }

    [GeneratedRegex(@"^(?:[\s,*&<>]|\d+|\b(?:std::)?(?:vector|string|map|unordered_map|set|unordered_set|multiset|pair|tuple|deque|list|optional)\b|\b(?:const|unsigned|signed|void|int|long|short|double|float|bool|char|size_t|int32_t|int64_t|uint32_t|uint64_t)\b|\bboost::any\b)+$", RegexOptions.NonBacktracking)]
    private static partial Regex KnownType { get; }

    // One that a right program meets: `if (...) assert(false)` is none.
    [GeneratedRegex(@"\bassert\s*\(\s*(?!(?:false|0)\s*\)|!\s*"")")]
    private static partial Regex Assertion { get; }

    public Sources ForCall(string program, string entryPoint)
    {
        var (name, position) = entryPoint.Split('@') is [var bare, var index] ? (bare, index) : (entryPoint, "-1");
        var target = name.Replace("()", "", StringComparison.Ordinal).Replace(".", "::", StringComparison.Ordinal);
        return Files($"{Preamble(program)}#define main submission_main\n#line 1\n{program}\n#undef main\nint main() {{ return judge::run_call(judge::wrap(&{target}), {position}); }}\n");
    }

    public (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests)
    {
        var trusted = prefix is not null && Heads(prefix).LastOrDefault() is { } open ? Of(prefix, open) : Of(program, tests);
        var table = string.Join(", ", trusted.Functions.Select(static head =>
            $"{{\"{head.Name}\", judge::wrap(static_cast<{head.Type}(*)({head.Parameters})>(&{head.Name}))}}"));
        var subject = $"{Preamble(program)}#define main submission_main\n#line 1\n{program}\n#undef main\nint main() {{ return judge::serve({{{table}}}); }}\n";
        var stubs = string.Concat(trusted.Functions.Select(StubOf));
        var code = $"{Preamble(trusted.Before + tests.Code)}{Start(tests)}{trusted.Before}\n{stubs}\n#include \"assert.h\"\n{tests.Code}\n";
        return (Files(subject), Files(code));
    }

    /// <summary>What reports how tests ended, in C and C++.</summary>
    public static string Start(UnitTests tests) => $"static judge::Run judge_run({(Assertion.IsMatch(tests.Code) ? "true" : "false")});\n";

    // The prefix is the task author's: what stands in it before the open function, the tests may use.
    private static (string Before, IReadOnlyList<FunctionHead> Functions) Of(string prefix, Match open) => (prefix[..open.Index], [new FunctionHead(open)]);

    // Without a prefix the heads come from the submission, and go into the tests' program: only what is surely a type may.
    private static (string Before, IReadOnlyList<FunctionHead> Functions) Of(string program, UnitTests tests)
    {
        var used = Heads(program).Select(static match => new FunctionHead(match)).Where(head => IsUsed(head.Name, tests) && head.IsSafe(KnownType))
            .GroupBy(static head => head.Name, StringComparer.Ordinal).Select(static group => group.Last()).ToList();
        return used.Count > 0
            ? ("using namespace std;\n", used)
            : throw TestedHeads.Unknown("function");
    }

    // What holds anything would hold the reply itself.
    private static string StubOf(FunctionHead head) =>
        $"{head.Type} {head.Name}({head.Parameters}) {{ {(head.Type == "void" ? "" : "return ")}judge::ask(\"{head.Name}\"{head.Arguments}){(head.Type == "boost::any" ? ".operator boost::any()" : "")}; }}\n";

    private static bool IsUsed(string name, UnitTests tests) => Regex.IsMatch(tests.Code, $@"\b{name}\s*\(", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<Match> Heads(string text) => Head.Matches(text).Where(static match =>
        match.Groups["name"].Value is not ("main" or "if" or "for" or "while" or "switch") && !match.Groups["type"].Value.TrimStart().StartsWith("return", StringComparison.Ordinal)
        && !match.Groups["type"].Value.TrimStart().StartsWith("else", StringComparison.Ordinal));

    private static string Preamble(string text) =>
        (text.Contains("boost/any", StringComparison.Ordinal) || text.Contains("boost::any", StringComparison.Ordinal) ? "#define JUDGE_BOOST_ANY\n" : "") + Include;

    private static Sources Files(string code) =>
        new("main.cpp", [new BoxFile("main.cpp", Encoding.UTF8.GetBytes(code)), Resource.File("judge.hpp"), Resource.File("assert.h")]);
}
