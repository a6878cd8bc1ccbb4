namespace Judges.Standalone.Doctor;

/// <summary>The compilers and runtimes that programs are judged with; Python comes with the sandbox and C# with this program.</summary>
internal static class LanguageProbes
{
    private static readonly (string Language, string Program, string[] Version, string Package)[] _tools =
    [
        ("C", "/usr/bin/gcc", ["--version"], "gcc"),
        ("C++", "/usr/bin/g++", ["--version"], "g++ libboost-dev libssl-dev"),
        ("Java", "/usr/bin/javac", ["-version"], "default-jdk-headless"),
        ("JavaScript", "/usr/bin/node", ["--version"], "nodejs"),
        ("TypeScript", "/usr/bin/tsc", ["--version"], "node-typescript"),
        ("Go", "/usr/bin/go", ["version"], "golang-go"),
        ("Rust", "/usr/bin/rustc", ["--version"], "rustc"),
    ];

    public static async Task<IReadOnlyList<Finding>> All(CancellationToken cancellationToken)
    {
        List<Finding> findings = [];
        foreach (var (language, program, version, package) in _tools)
        {
            // A box shows submissions what is below /usr, not what a user installed elsewhere.
            var line = File.Exists(program) ? await ProgramRunner.FirstLine(program, version, cancellationToken) : null;
            findings.Add(new Finding(language, line is not null, line is null ? $"no {program}" : $"{line} at {program}", $"judging {language}",
                $"apt-get install -y --no-install-recommends {package}"));
        }
        return findings;
    }
}
