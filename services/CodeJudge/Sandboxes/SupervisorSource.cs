using System.IO.Compression;
using System.Text;

namespace Judges.Code;

/// <summary>The program that is process 1 of every box: the embedded parts, one after another.</summary>
internal static class SupervisorSource
{
    private static readonly string[] _first = ["pages.py", "boot.py"];

    private static readonly string[] _rest =
    [
        "confinement.py", "control_group.py", "codec.py", "nodes.py", "harness.py", "subject.py", "remote.py", "fixtures.py", "frameworks.py", "plain.py",
        "reading.py", "tester.py", "sharing_need.py", "sealed_link.py", "sharing_rules.py", "guarded.py", "sharing.py", "sharing_tester.py",
        "rehearsal.py", "passing.py", "forker.py", "process.py", "warm_tester.py", "household.py", "watch.py", "wiping.py", "play.py", "supervisor.py",
    ];

    /// <summary>The parts' names, in the order in which they are run.</summary>
    internal static IEnumerable<string> Parts => _first.Concat(_rest);

    /// <summary>What it finds in its environment.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        // Sets and dicts of strings must iterate in the same order in every box.
        ["PYTHONHASHSEED"] = "0",
        // Else each forked process finds the functions of libraries anew.
        ["LD_BIND_NOW"] = "1",
    };

    /// <summary>The program as one argument of a command: compressed, for Linux takes none of more than 128 KiB.</summary>
    public static string Text { get; } = $"{Joined(_first)}\nexec(_compiled('{Compressed()}'))\n";

    private static string Compressed()
    {
        using var bytes = new MemoryStream();
        using (var compressing = new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            compressing.Write(Encoding.UTF8.GetBytes(Joined(_rest)));
        return Convert.ToBase64String(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static string Joined(IEnumerable<string> parts) => string.Join('\n', parts.Select(Part));

    /// <summary>One of the parts.</summary>
    internal static string Part(string name)
    {
        using var reader = new StreamReader(typeof(SupervisorSource).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
