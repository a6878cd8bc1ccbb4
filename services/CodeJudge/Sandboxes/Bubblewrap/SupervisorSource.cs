using System.Text;

namespace Judges.Code;

/// <summary>The program that is process 1 of every box: the embedded parts, one after another.</summary>
internal static class SupervisorSource
{
    /// <summary>The parts' names, in the order in which they are joined.</summary>
    internal static IReadOnlyList<string> Parts { get; } =
    [
        "confinement.py", "control_group.py", "codec.py", "nodes.py", "harness.py", "subject.py", "remote.py", "frameworks.py", "plain.py",
        "tester.py", "spare.py", "forker.py", "process.py", "warm_tester.py", "household.py", "watch.py", "wiping.py", "play.py", "supervisor.py",
    ];

    public static string Text { get; } = string.Join('\n', Parts.Select(Part));

    /// <summary>One of the parts.</summary>
    internal static string Part(string name)
    {
        using var reader = new StreamReader(typeof(SupervisorSource).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
