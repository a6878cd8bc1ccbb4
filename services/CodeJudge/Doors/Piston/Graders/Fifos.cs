namespace Judges.Code;

/// <summary>
/// Commands that put named pipes, which is what CMS gives to managers and to some submissions, in the place of the pipes between the two
/// processes of a box. Each end is held by one process only, so that closing one is seen at the other.
/// </summary>
internal static class Fifos
{
    /// <summary>The manager: arguments are the pipe from the submission, the one to it, and its own; its output is the report.</summary>
    public static IReadOnlyList<string> ForManager { get; } = Bash(
        "exec 6<&0 7>&1; mkfifo u0_to_m m_to_u0; cat <&6 >u0_to_m 3>&- 7>&- & cat <m_to_u0 >&7 3>&- 6<&- & "
        + "exec ./program u0_to_m m_to_u0 \"$@\" <input.txt >&3 3>&- 6<&- 7>&-");

    /// <summary>A submission whose arguments are the pipe that it reads and the one that it writes.</summary>
    public static IReadOnlyList<string> ForSubmission { get; } = Bash(
        "exec 6<&0 7>&1; mkfifo m_to_u0 u0_to_m; cat <&6 >m_to_u0 3>&- 7>&- & cat <u0_to_m >&7 3>&- 6<&- & "
        + "exec ./program m_to_u0 u0_to_m </dev/null >/dev/null 6<&- 7>&-");

    private static string[] Bash(string script) => ["/usr/bin/bash", "-c", script, "bash"];
}
