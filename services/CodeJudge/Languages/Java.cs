using System.Text.RegularExpressions;

namespace Judges.Code;

internal static partial class Java
{
    [GeneratedRegex(@"^\s*public\s+(?:(?:final|abstract|sealed|strictfp)\s+)*(?:class|interface|enum|record)\s+([A-Za-z_]\w*)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex PublicType { get; }

    public static Language Language { get; } = new()
    {
        Name = "java",
        Packages = "default-jdk-headless",
        FileName = static source => FileOf(source),
        // Not documented, and stable since Java 9: the compiler stops after its parser.
        Check = ["/usr/bin/javac", "-J-Xmx256m", "-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1", "-proc:none", "-XDshould-stop.ifNoError=PARSE", "{file}"],
        // No annotation processors: they are programs that the compiler runs.
        Build =
        [
            "/usr/bin/javac", "-J-Xmx256m", "-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1", "-proc:none", "-nowarn", "-encoding", "UTF-8", "-cp", ".", "-d", "out", "{files}",
        ],
        Keep = ["out"],
        Run =
        [
            "/usr/bin/java", "-Xmx{memory}m", "-Xss64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError",
            "--add-opens", "java.base/java.io=ALL-UNNAMED", "-cp", "out", "judge.Launch",
        ],
        Beside = [Resource.File("Launch.java", "judge/Launch.java")],
        ExtraProcesses = 40,
        ExtraMemoryMb = 160,
        OutOfMemory = "java.lang.OutOfMemoryError",
        Harness = new JavaHarness(),
    };

    public static string FileOf(string source) => PublicType.Match(source) is { Success: true } match ? match.Groups[1].Value + ".java" : "Main.java";
}
