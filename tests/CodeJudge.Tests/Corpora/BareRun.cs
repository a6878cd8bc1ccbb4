using System.Diagnostics;
using System.Text.Json;

namespace CodeJudge.Tests.Corpora;

/// <summary>What an interpreter or a compiler without any judge says of a solution and its tests in one program.</summary>
internal static class BareRun
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether the program does not compile, ends with an error, or does not end.</summary>
    public static bool IsWrong(string language, JsonElement row, string solution)
    {
        var folder = Directory.CreateTempSubdirectory("judges-bare-").FullName;
        try
        {
            return language switch
            {
                "python" => Fails(folder, "main.py", $"{row.Text("prompt")}{solution}\n{row.Text("test")}\ncheck({row.Text("entry_point")})\n", ["/usr/bin/python3", "main.py"]),
                // A failed console.assert is only printed.
                "javascript" => Fails(folder, "main.js", Joined(row, solution), ["/bin/sh", "-c", "node main.js 2>&1 | grep -q 'Assertion failed' && exit 1; exec node main.js"]),
                "cpp" => Fails(folder, "main.cpp", Joined(row, solution), ["/bin/sh", "-c", "g++ -std=gnu++17 -w main.cpp -o main -lcrypto && exec ./main"]),
                "java" => Fails(folder, "Main.java", Joined(row, solution), ["/bin/sh", "-c", "javac -nowarn Main.java && exec java -ea Main"]),
                _ => throw new ArgumentException($"{language} is not run here", nameof(language)),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Joined(JsonElement row, string solution) => $"{row.Text("prompt")}{solution}\n{row.Text("test")}\n";

    private static bool Fails(string folder, string name, string program, IReadOnlyList<string> command)
    {
        File.WriteAllText(Path.Combine(folder, name), program);
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEndAsync();
        if (process.WaitForExit(_patience))
            return process.ExitCode != 0;
        process.Kill(entireProcessTree: true);
        return true;
    }
}
