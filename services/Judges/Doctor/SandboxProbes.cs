using Judges.Code;

namespace Judges.Standalone.Doctor;

/// <summary>What the code judge needs.</summary>
internal static class SandboxProbes
{
    public static async Task<Finding> Bubblewrap(CancellationToken cancellationToken)
    {
        const string NeededFor = "running submitted code in a sandbox";
        const string Install = "apt-get install -y --no-install-recommends bubblewrap";
        if (await ProgramRunner.FirstLine("bwrap", ["--version"], cancellationToken) is not { } version)
            return new Finding("bubblewrap", Found: false, "not installed", NeededFor, Install, DemoNeedsIt: true);
        // A kernel or a container may forbid the namespaces: only running it tells.
        var run = await ProgramRunner.Run(
            "bwrap", ["--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "/bin/true"], cancellationToken);
        return run is { ExitCode: 0 }
            ? new Finding("bubblewrap", Found: true, $"{version}, isolates", NeededFor, Install, DemoNeedsIt: true)
            : new Finding("bubblewrap", Found: false, $"{version}, but it cannot isolate here: {run?.Error.Trim()}", NeededFor,
                "sysctl -w kernel.unprivileged_userns_clone=1, run as root, or give the container --security-opt seccomp=unconfined", DemoNeedsIt: true);
    }

    public static async Task<Finding> ContainerEngine(CodeJudgeOptions options, CancellationToken cancellationToken)
    {
        var (found, detail) = await EngineChoice.AskDocker(options, cancellationToken);
        return new Finding("container engine", found, detail, "judging in containers, and compose.yaml; bubblewrap does without it",
            "apt-get install -y docker.io, then ./judges images (without a registry: ./judges images --offline)");
    }

    /// <summary>Which of them the code judge would use now, and why.</summary>
    public static async Task<Finding> Choice(CodeJudgeOptions options, CancellationToken cancellationToken)
    {
        var choice = await EngineChoice.Of(options, cancellationToken);
        return new Finding("sandbox engine", choice.Kind is not null, choice.Kind is { } kind ? $"{kind.ToString().ToLowerInvariant()}: {choice.Reason}" : choice.Reason,
            "judging code; CodeJudge__Engine=Docker or Bubblewrap forces one", "install one of the two", DemoNeedsIt: true);
    }

    public static async Task<Finding> Python(CancellationToken cancellationToken)
    {
        // The sandbox shows submissions the system's Python, not the user's.
        var version = await ProgramRunner.FirstLine("/usr/bin/python3", ["--version"], cancellationToken);
        return new Finding("python3", version is not null, version is null ? "no /usr/bin/python3" : version + " at /usr/bin/python3", "judging Python",
            "apt-get install -y --no-install-recommends python3", DemoNeedsIt: true);
    }
}
