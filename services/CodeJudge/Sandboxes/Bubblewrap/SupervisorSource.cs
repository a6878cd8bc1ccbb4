using System.Text;

namespace Judges.Code;

/// <summary>The program that is process 1 of every box: the embedded parts, one after another.</summary>
internal static class SupervisorSource
{
    public static string Text { get; } = string.Join('\n', ((string[])["confinement.py", "control_group.py", "codec.py", "nodes.py", "harness.py", "subject.py", "remote.py", "fixtures.py", "frameworks.py", "tester.py", "sharing_need.py", "sealed_link.py", "sharing_rules.py", "guarded.py", "sharing.py", "sharing_tester.py", "supervisor.py"]).Select(Read));

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SupervisorSource).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
