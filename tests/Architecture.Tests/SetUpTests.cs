using System.Diagnostics;

namespace Architecture.Tests;

/// <summary>The scripts' set-up where a package is missing: what a fresh machine meets first.</summary>
public class SetUpTests
{
    // A package that no Debian has, beside one that every Debian has.
    private const string Missing = "no-such-package-for-sure";

    [Fact]
    public async Task A_package_that_the_machine_has_never_heard_of_is_asked_for_by_name()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/dpkg-query"), "this is no Debian");

        var (status, said) = await Bash(
            $$"""
            set -euo pipefail
            source eng/common.sh
            source eng/packages.sh
            step() { echo "asked for: $*"; }
            need_packages bash {{Missing}}
            """);

        Assert.Contains(Missing, said, StringComparison.Ordinal);
        Assert.DoesNotContain($"bash {Missing}", said, StringComparison.Ordinal);
        Assert.Equal(Environment.UserName == "root" ? 0 : 1, status);
    }

    [Fact]
    public async Task Every_command_that_help_lists_is_one()
    {
        var (_, help) = await Bash("./judges --help");
        var script = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "judges"), TestContext.Current.CancellationToken);
        var known = script.Where(static line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains(')', StringComparison.Ordinal))
            .SelectMany(static line => line[..line.IndexOf(')', StringComparison.Ordinal)].Split('|', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.Ordinal);
        var listed = help.Split('\n').Where(static line => line.Length > 3 && line.StartsWith("  ", StringComparison.Ordinal) && char.IsAsciiLetterLower(line[2]))
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]).ToList();

        Assert.Contains("images", listed);
        Assert.All(listed, command => Assert.Contains(command, known));
    }

    [Fact]
    public async Task What_a_build_leaves_running_does_not_keep_the_next_one_waiting()
    {
        var (_, said) = await Bash(
            """
            set -euo pipefail
            source eng/common.sh
            source eng/build.sh
            artifacts=$(mktemp -d)
            logs=$artifacts
            export DOTNET_ROOT=$artifacts
            # As the compiler's server: it stays when the build has ended.
            dotnet() { sleep 300 >/dev/null 2>&1 & echo $! >"$artifacts/server"; }
            fingerprint() { echo same; }
            build some some.csproj "$artifacts/none" src >/dev/null 2>&1
            flock --nonblock "$artifacts/stamps/.lock" echo the lock is free || echo the lock is held
            kill "$(<"$artifacts/server")"
            rm -r "$artifacts"
            """);

        Assert.Contains("the lock is free", said, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Said)> Bash(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var output = bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (bash.ExitCode, await output + await errors);
    }
}
