using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>JavaScript, and TypeScript, which becomes JavaScript in a box by its own compiler: types are taken off, not checked.</summary>
internal static partial class JavaScript
{
    [GeneratedRegex(@"^\s*(?:import\s+(?:[\w*{]|['""])|export\s+(?:default|const|let|var|function|class|async|\{))", RegexOptions.Multiline, matchTimeoutMilliseconds: 100)]
    private static partial Regex ModuleSyntax { get; }

    private static readonly string[] _node = ["/usr/bin/node", "--max-old-space-size={memory}", "--stack-size=3900", "{script}"];

    public static Language Language { get; } = new()
    {
        Name = "javascript",
        Aliases = ["js", "node", "nodejs", "mjs"],
        Packages = "nodejs",
        FileName = static source => IsModule(source) ? "main.mjs" : "main.js",
        Check = ["/usr/bin/node", "--check", "{file}"],
        Run = _node,
        ExtraProcesses = 16,
        ExtraMemoryMb = 96,
        OutOfMemory = "JavaScript heap out of memory",
        Harness = new NodeHarness(typed: false),
    };

    public static Language TypeScript { get; } = new()
    {
        Name = "typescript",
        Aliases = ["ts"],
        Packages = "nodejs node-typescript",
        FileName = static _ => "main.ts",
        Build = ["/usr/bin/node", "transpile.js", "{file}"],
        Keep = ["main.js", "program.js", "tests.js"],
        KeepsSources = true,
        Beside = [Resource.File("transpile.js")],
        Run = _node,
        ExtraProcesses = 16,
        ExtraMemoryMb = 96,
        OutOfMemory = "JavaScript heap out of memory",
        Harness = new NodeHarness(typed: true),
    };

    private static bool IsModule(string source)
    {
        try
        {
            return ModuleSyntax.IsMatch(source);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
