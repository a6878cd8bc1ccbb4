namespace Judges.Code;

/// <summary>Python runs in a fork of the interpreter that is warm in each box, so nothing is built.</summary>
internal static class Python
{
    public static Language Language { get; } = new()
    {
        Name = "python",
        Aliases = ["python3", "py", "py3"],
        // LeetCode's solutions use the second.
        Packages = "python3 python3-sortedcontainers",
        FileName = static _ => "main.py",
        Run = ["/usr/bin/python3", "main.py"],
    };
}
