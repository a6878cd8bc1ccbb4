using System.Text;
using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>
/// Java: reflection tells how a method's arguments and result are read and written. The tests are compiled with a class whose method is a
/// stub; the stub asks the submission's process.
/// </summary>
internal sealed partial class JavaHarness : IHarness
{
    [GeneratedRegex(@"^[ \t]*(?<type>(?:(?:public|private|protected|static|final|synchronized)\s+)*[A-Za-z_][\w<>,.\[\]? ]*?[\s>\]])(?<name>[A-Za-z_]\w*)\s*\((?<parameters>[^(){};]*)\)\s*(?:throws\s+[\w., ]+)?\{", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head { get; }

    [GeneratedRegex(@"^(?:[\s,<>?\[\]]|\b(?:public|private|protected|static|final|extends|void|int|long|short|byte|double|float|boolean|char|Integer|Long|Short|Byte|Double|Float|Boolean|Character|String|Object|Number|BigInteger|List|ArrayList|LinkedList|Map|HashMap|TreeMap|Set|HashSet|TreeSet|Collection|Iterable|Optional|Deque|Queue)\b)+$", RegexOptions.NonBacktracking)]
    private static partial Regex KnownType { get; }

    [GeneratedRegex(@"^\s*import\s+[\w.*]+(?:\s+[\w.*]+)?;\s*$", RegexOptions.Multiline)]
    private static partial Regex Import { get; }

    // What ends the process in the middle would be an end without a word.
    [GeneratedRegex(@"\b(?:System\s*\.\s*exit|Runtime\s*\.\s*getRuntime\s*\(\s*\)\s*\.\s*(?:exit|halt))\s*\(")]
    private static partial Regex Exit { get; }

    public Sources ForCall(string program, string entryPoint)
    {
        var (name, position) = entryPoint.Split('@') is [var bare, var index] ? (bare, index) : (entryPoint, "-1");
        var parts = name.Replace("()", "", StringComparison.Ordinal).Split('.');
        var owner = parts.Length > 1 ? $"\"{parts[^2]}\"" : "null";
        return Files(program, $"Judge.runCall({owner}, \"{parts[^1]}\", {position});");
    }

    public (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests)
    {
        var types = prefix is not null && Heads(prefix).LastOrDefault() is { } open ? Closed(prefix, open) : Stubs(program, tests);
        var imports = string.Concat(Import.Matches(tests.Code).Select(static match => match.Value.Trim() + "\n"));
        var code = imports + "import java.util.*;\nimport java.util.stream.*;\n" + types + "\n" + Exit.Replace(Import.Replace(tests.Code, ""), "judge.Judge.end(");
        var main = Regex.Match(tests.Code, @"class\s+(\w+)(?=[^{]*\{[\s\S]*?static\s+(?:public\s+)?void\s+main)", RegexOptions.None, TimeSpan.FromSeconds(1));
        return main.Success
            ? (Files(program, "Judge.serve();"), Files(code, $"Judge.runTests(\"{main.Groups[1].Value}\");"))
            : throw new TestsUnusableException("the tests have no class with a main method");
    }

    // The prefix is the task author's: its last method is completed by a question to the other process, and its braces are closed.
    private static string Closed(string prefix, FunctionHead open) => Braces.Close(prefix.TrimEnd() + "\n" + Question(open));

    private static string Stubs(string program, UnitTests tests)
    {
        var heads = Heads(program).Where(head => tests.Code.Contains($".{head.Name}(", StringComparison.Ordinal) && head.IsSafe(KnownType)).ToList();
        var owner = Regex.Match(tests.Code, @"new\s+(\w+)\s*\(\s*\)\s*[;.]", RegexOptions.None, TimeSpan.FromSeconds(1));
        return heads.Count > 0 && owner.Success
            ? $"class {owner.Groups[1].Value} {{ {string.Concat(heads.Select(static head => $"{head.Type} {head.Name}({head.Parameters}) {{ {Question(head)} }}\n"))} }}"
            : throw TestedHeads.Unknown("method");
    }

    private static string Question(FunctionHead head) =>
        $"{(head.Type.EndsWith("void", StringComparison.Ordinal) ? "" : "return ")}judge.Judge.ask(\"{head.Name}\"{head.Arguments});";

    private static IEnumerable<FunctionHead> Heads(string text) => Head.Matches(text).Select(static match => new FunctionHead(match))
        .Where(static head => !(head.Type.Split(' ')[0] is "return" or "else" or "new" or "throw") && head.Name is not ("main" or "if" or "for" or "while" or "switch" or "catch"));

    private static Sources Files(string code, string launch)
    {
        var name = Java.FileOf(code);
        return new(name,
        [
            new BoxFile(name, Encoding.UTF8.GetBytes(code)), Resource.File("Judge.java", "judge/Judge.java"),
            new BoxFile("judge/Launch.java", Encoding.UTF8.GetBytes($"package judge; public final class Launch {{ public static void main(String[] args) throws Throwable {{ {launch} }} }}")),
        ]);
    }
}
