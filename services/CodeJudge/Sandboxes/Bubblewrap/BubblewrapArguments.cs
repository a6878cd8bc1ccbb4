namespace Judges.Code;

/// <summary>The box, as bwrap's arguments.</summary>
internal static class BubblewrapArguments
{
    public static IEnumerable<string> Of(CodeJudgeOptions options, bool asRoot, int slot, string image, ControlGroup? group, string supervisor)
    {
        string size = ((long)options.ScratchMb << 20).ToString(System.Globalization.CultureInfo.InvariantCulture);
        List<string> arguments =
        [
            "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--hostname", "box",
            // Where cgroup v2 is mounted with nsdelegate, as systemd does, a process moves only to groups below its namespace's root
            // (cgroup-v2.rst, "Delegation Containment"), and a run's group is beside the judge's own.
            .. group is { IsUnified: true } ? [] : (string[])["--unshare-cgroup-try"],
            // Process 1 cannot be killed or stopped from inside its namespace, not even by its own user.
            "--as-pid-1", "--die-with-parent", "--new-session",
            "--clearenv", .. SupervisorSource.Environment.SelectMany(static variable => (string[])["--setenv", variable.Key, variable.Value]),
            "--ro-bind", "/usr", "/usr",
            .. HostDirectory("/bin"), .. HostDirectory("/lib"), .. HostDirectory("/lib64"), .. Toolchains(),
            "--proc", "/proc", "--dev", "/dev",
            "--perms", "1777", "--size", size, "--tmpfs", "/tmp",
            "--perms", "1777", "--size", size, "--tmpfs", "/dev/shm",
        ];
        if (group is not null)
        {
            arguments.AddRange(["--perms", "0700", "--dir", "/judge"]);
            foreach (var (outside, inside) in group.Directories)
                arguments.AddRange(["--bind", outside, $"/judge/cgroup/{inside}"]);
        }
        arguments.AddRange(["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/", "--cap-drop", "ALL"]);
        if (asRoot)
            // To become the run's user, to kill its processes and to remove its files; nothing else.
            arguments.AddRange(["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_KILL", "--cap-add", "CAP_DAC_OVERRIDE"]);
        else
            arguments.Add("--unshare-user");
        var configuration = BoxConfiguration.Text(options, slot, image, asRoot, controlGroup: group is not null);
        arguments.AddRange(["--", options.Python, "-s", "-S", "-B", "-c", supervisor, configuration]);
        return arguments;
    }

    // What compilers and runtimes keep outside /usr: Debian's links of alternatives and Java's settings, and .NET where it is installed elsewhere.
    private static IEnumerable<string> Toolchains()
    {
        List<string> folders = ["/etc/alternatives", .. Directory.EnumerateDirectories("/etc", "java-*-openjdk")];
        if (!CSharp.DotnetFolder.StartsWith("/usr/", StringComparison.Ordinal))
            folders.Add(CSharp.DotnetFolder);
        return ["--perms", "0755", "--dir", "/etc", .. folders.SelectMany(static folder => (string[])["--ro-bind-try", folder, folder])];
    }

    private static string[] HostDirectory(string path) =>
        Directory.ResolveLinkTarget(path, returnFinalTarget: false) is { } target
            ? ["--symlink", Path.GetRelativePath("/", target.FullName), path]
            : ["--ro-bind-try", path, path];
}
