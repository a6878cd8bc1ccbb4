using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Judges.Code;

/// <summary>
/// C#: reflection tells how a method's arguments and result are read and written. The tests are compiled with stubs in the place of the
/// methods that they call; a stub asks the submission's process.
/// </summary>
/// <param name="file">The file that holds the submission; the tests are never a script.</param>
internal sealed partial class CSharpHarness(string file) : IHarness
{
    // Without these the calls of Debug.Assert and Trace.Assert are not compiled.
    private const string Symbols = "#define DEBUG\n#define TRACE\n";

    [GeneratedRegex(@"^(?:[\s,<>?\[\]()]|\b(?:void|int|long|short|byte|uint|ulong|double|float|decimal|bool|char|string|object|String|Object|Int32|Double|List|IList|IEnumerable|ICollection|Dictionary|IDictionary|HashSet|Queue|Stack|Tuple|KeyValuePair|BigInteger)\b)+$", RegexOptions.NonBacktracking)]
    private static partial Regex KnownType { get; }

    [GeneratedRegex(@"compareLogic\s*\.\s*Compare\s*\(|\.Compare\s*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison { get; }

    public Sources ForCall(string program, string entryPoint)
    {
        var (name, position) = entryPoint.Split('@') is [var bare, var index] ? (bare, index) : (entryPoint, "-1");
        return Files(file, Braces.Close(program), $$"""{"mode":"call","entryPoint":"{{JsonEncode(name)}}","position":{{position}}}""");
    }

    public (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests)
    {
        var expected = Comparison.Count(tests.Code).ToString(CultureInfo.InvariantCulture);
        var code = prefix is not null && Methods(prefix).LastOrDefault() is { Body: not null } open && IsOpen(prefix)
            ? prefix.TrimEnd() + "\n" + Question(open) + " }\n" + tests.Code
            : WithoutPrefix(program, tests);
        return (Files(file, Braces.Close(program), """{"mode":"serve"}"""), Files("main.cs", Symbols + Braces.Close(code), $$"""{"mode":"tests","expected":{{expected}}}"""));
    }

    private static bool IsOpen(string prefix) => Braces.Open(prefix) > 0;

    // The heads come from the submission, and go into the tests' program: only what is surely a type may.
    private string WithoutPrefix(string program, UnitTests tests)
    {
        var heads = Methods(program, file == "main.csx" ? SourceCodeKind.Script : SourceCodeKind.Regular).Where(method => Regex.IsMatch(tests.Code, $@"\b{method.Identifier.Text}\s*\(", RegexOptions.None, TimeSpan.FromSeconds(1)) && IsSafe(method)).ToList();
        if (heads.Count == 0)
            throw TestedHeads.Unknown("method");
        var owner = heads[0].Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text ?? "Program";
        var stubs = string.Concat(heads.Select(head => $"public {(head.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "")}{head.ReturnType} {head.Identifier}({string.Join(", ", head.ParameterList.Parameters.Select(static p => $"{p.Type} {p.Identifier}"))}) {{ {Question(head)} }}\n"));
        const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing Xunit;\nusing KellermanSoftware.CompareNetObjects;\n";
        // Tests that close more than they open are the rest of the program's own class, as MBXP's are.
        return Braces.Open(tests.Code) < 0
            ? $"{Usings}namespace Solution {{ public class {owner} {{\n{stubs}{tests.Code}"
            : $"{Usings}{tests.Code}\npublic class {owner} {{\n{stubs}}}\n";
    }

    private static bool IsSafe(MethodDeclarationSyntax method) => KnownType.IsMatch(method.ReturnType.ToString())
        && method.ParameterList.Parameters.All(static parameter => parameter.Type is not null && parameter.Modifiers.Count == 0 && KnownType.IsMatch(parameter.Type.ToString()));

    private static string Question(MethodDeclarationSyntax method)
    {
        var owner = method.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text ?? "Program";
        var type = method.ReturnType.ToString();
        var arguments = string.Concat(method.ParameterList.Parameters.Select(static parameter => $", {parameter.Identifier}"));
        return type == "void"
            ? $"global::Judge.Tester.Ask<object>(\"{owner}\", \"{method.Identifier}\"{arguments});"
            : $"return global::Judge.Tester.Ask<{type}>(\"{owner}\", \"{method.Identifier}\"{arguments});";
    }

    private static IEnumerable<MethodDeclarationSyntax> Methods(string source, SourceCodeKind kind = SourceCodeKind.Regular) =>
        SourceGuard.Refuses(source) is null ? CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(kind: kind)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>() : [];

    private static Sources Files(string file, string code, string mode) =>
        new(file, [new BoxFile(file, Encoding.UTF8.GetBytes(code)), new BoxFile("mode.json", Encoding.UTF8.GetBytes(mode))]);

    private static string JsonEncode(string text) => System.Text.Json.JsonEncodedText.Encode(text).ToString();
}
