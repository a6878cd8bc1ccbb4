using System.Runtime.InteropServices;

namespace Judges.Code;

/// <summary>C#: the compiler is warm inside this service, and only the assembly that it makes goes into a box.</summary>
internal static class CSharp
{
    private static readonly string _runtime = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/');

    /// <summary>Where the .NET that runs this service is; programs run on the same.</summary>
    public static string DotnetFolder { get; } = Path.GetFullPath(Path.Combine(_runtime, "..", "..", ".."));

    public static Language Language { get; } = new()
    {
        Name = "csharp",
        Aliases = ["c#", "cs", "dotnet"],
        // .NET itself is the one that this service runs on, shown to the box; this is what it links with.
        Packages = "libstdc++6",
        FileName = static _ => "main.cs",
        Run = [Path.Combine(DotnetFolder, "dotnet"), "exec", "--runtimeconfig", "runtimeconfig.json", "{script}"],
        BuildHere = CSharpBuilder.Build,
        Environment = new Dictionary<string, string>
        {
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            ["DOTNET_GCHeapHardLimit"] = "0x{memoryBytes}",
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TieredCompilation"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_PROCESSOR_COUNT"] = "2",
            // Its double mapping of code asks for a file of gigabytes, which the limit of file sizes refuses.
            ["DOTNET_EnableWriteXorExecute"] = "0",
        },
        ExtraProcesses = 24,
        ExtraMemoryMb = 128,
        OutOfMemory = "OutOfMemoryException",
        Harness = new CSharpHarness("main.cs"),
    };

    /// <summary>C# scripts: statements and members in any order, a value at the end. What C# is called counts as theirs after a fence.</summary>
    public static Language Script { get; } = Language with
    {
        Name = "csx",
        Aliases = ["csharp-script"],
        Fences = [Language.Name, .. Language.Aliases],
        FileName = static _ => "main.csx",
        Harness = new CSharpHarness("main.csx"),
    };
}
