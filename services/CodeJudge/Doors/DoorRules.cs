using System.Text;

namespace Judges.Code;

/// <summary>What the drop-in doors have in common.</summary>
internal static class DoorRules
{
    /// <summary>Where a caller names no memory limit.</summary>
    public const int UsualMemoryMb = 1024;

    /// <summary>Threads and processes of a program; the peers limit them loosely or not at all.</summary>
    public const int Processes = 128;

    /// <summary>The name of a language as a peer has it, in ours; null when we have none.</summary>
    public static Language? Find(string name) => LanguageSet.TryFind(
        name switch { "nodejs" => "javascript", "D_ut" => "", "c++17" or "cf_c++17" or "c++" => "cpp", "cf_python3" or "pypy" => "python", _ => name },
        out var language) ? language : null;

    public static Limits Limits(double seconds, long memoryMb, int outputKb) => new()
    {
        CpuSeconds = Math.Clamp(seconds, 0.01, 600),
        WallSeconds = Math.Clamp(seconds, 0.01, 3600),
        MemoryMb = (int)Math.Clamp(memoryMb <= 0 ? UsualMemoryMb : memoryMb, 16, 65536),
        OutputKb = outputKb,
        Processes = Processes,
    };

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>A shell's number for how a program ended: 128 and the signal when one killed it.</summary>
    public static int ExitCode(RunReport report) => report.Stopped is not null && report.Exit == 0 ? 137 : report.Exit < 0 ? 128 - report.Exit : report.Exit;

    /// <summary>Whether a path stays in the run's directory.</summary>
    public static bool IsPlainPath(string path) =>
        path.Length is > 0 and <= 200 && path[0] != '/' && path.Split('/').All(static part => part is not ("" or "." or ".."));
}
