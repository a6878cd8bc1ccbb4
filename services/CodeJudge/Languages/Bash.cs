namespace Judges.Code;

internal static class Bash
{
    public static Language Language { get; } = new()
    {
        Name = "bash",
        Aliases = ["sh", "shell"],
        Packages = "bash",
        FileName = static _ => "main.sh",
        Check = ["/bin/bash", "-n", "{file}"],
        Run = ["/bin/bash", "main.sh"],
        Harness = new BashHarness(),
    };
}
