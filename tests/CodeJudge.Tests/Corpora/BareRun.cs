using System.Diagnostics;
using System.Text.Json;
using Judges;
using KellermanSoftware.CompareNetObjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CodeJudge.Tests.Corpora;

/// <summary>What an interpreter or a compiler without any judge says of a data set's solution and its tests in one program.</summary>
internal static class BareRun
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    // What fills its memory must not fill this machine's. Node, Java and .NET keep a limit of their own.
    private const string Confined = "ulimit -v 4194304 && ";

    private static readonly string _runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly Lazy<IReadOnlyList<MetadataReference>> _references = new(static () =>
        [.. Directory.EnumerateFiles(_runtime, "*.dll").Append(typeof(CompareLogic).Assembly.Location).Select(static path => MetadataReference.CreateFromFile(path))]);

    /// <summary>Whether the program does not compile, ends with an error, or does not end.</summary>
    public static bool IsWrong(GradeCode request)
    {
        var folder = Directory.CreateTempSubdirectory("judges-bare-").FullName;
        try
        {
            var tests = (UnitTests)request.Tests;
            var program = $"{request.Prefix}{Unfenced(request.Response)}\n{tests.Code}\n";
            return request.Language switch
            {
                "python" => Fails(folder, "main.py", $"{program}check({tests.EntryPoint})\n", Confined + "exec /usr/bin/python3 main.py"),
                // A failed console.assert is only printed.
                "javascript" => Fails(folder, "main.js", program, "node main.js >out 2>&1 && ! grep -q 'Assertion failed' out"),
                // What was never written is no zero by luck, as on the stack that the judge calls a function on.
                "cpp" => Fails(folder, "main.cpp", program, "g++ -std=gnu++20 -O2 -ftrivial-auto-var-init=pattern -w main.cpp -o main -lcrypto && " + Confined + "exec ./main"),
                "java" => Fails(folder, "Main.java", program, "javac -nowarn Main.java && exec java -ea Main"),
                "csharp" => !Compiles(folder, program) || Fails(folder, "main.cs", program, $"exec '{Path.Combine(_runtime, "..", "..", "..", "dotnet")}' exec main.dll"),
                _ => throw new ArgumentException($"{request.Language} is not run here", nameof(request)),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Unfenced(string response) => string.Join('\n', response.Split('\n').Where(static line => !line.StartsWith("```", StringComparison.Ordinal)));

    private static bool Fails(string folder, string name, string program, string command)
    {
        File.WriteAllText(Path.Combine(folder, name), program);
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command])
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

    // With the comparer that the data set's tests were written for.
    private static bool Compiles(string folder, string program)
    {
        var comparer = typeof(CompareLogic).Assembly.Location;
        File.Copy(comparer, Path.Combine(folder, Path.GetFileName(comparer)));
        File.WriteAllText(Path.Combine(folder, "main.runtimeconfig.json"),
            JsonSerializer.Serialize(new { runtimeOptions = new { framework = new { name = "Microsoft.NETCore.App", version = Environment.Version.ToString(3) } } }));
        var compilation = CSharpCompilation.Create("main", [CSharpSyntaxTree.ParseText(program)], _references.Value, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        return compilation.Emit(Path.Combine(folder, "main.dll")).Success;
    }
}
