using Judges;

namespace CodeJudge.Tests.Languages;

/// <summary>What a language's tests need on this machine, and its requests.</summary>
internal static class Toolchain
{
    private static readonly Dictionary<string, (string File, string Package)> _needed = new()
    {
        ["c"] = ("/usr/bin/gcc", "gcc"),
        ["cpp"] = ("/usr/bin/g++", "g++"),
        ["java"] = ("/usr/bin/javac", "default-jdk-headless"),
        ["javascript"] = ("/usr/bin/node", "nodejs"),
        ["typescript"] = ("/usr/share/nodejs/typescript/package.json", "node-typescript"),
        ["go"] = ("/usr/bin/go", "golang-go"),
        ["rust"] = ("/usr/bin/rustc", "rustc"),
    };

    /// <summary>The rows whose language, which comes first, is tested on this engine.</summary>
    public static IReadOnlyList<ITheoryDataRow> Tested(IEnumerable<ITheoryDataRow> rows) =>
        [.. rows.Where(static row => TestEngine.Languages.Contains((string)row.GetData()[0]!))];

    public static void Demand(string language)
    {
        if (!TestEngine.HasImages && _needed.TryGetValue(language, out var tool))
            Assert.SkipUnless(File.Exists(tool.File), $"no {language} here: apt-get install -y --no-install-recommends {tool.Package}");
    }

    public static GradeCode Stdio(string language, string program, params (string Stdin, string Stdout)[] cases) =>
        Ask.Stdio("", cases) with { Language = language, Response = $"```{language}\n{program}\n```" };

    public static GradeCode Call(string language, string program, string entryPoint, params (string Args, string Expected)[] cases) =>
        Ask.Call("", entryPoint, cases) with { Language = language, Response = $"```{language}\n{program}\n```" };
}
