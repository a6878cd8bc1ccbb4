using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>What holds a run's memory and processes, where the host has cgroup v2 or refuses.</summary>
public sealed class ControlGroupTests
{
    // With a namespace of its own every run would fail on hosts whose cgroup v2 is mounted with nsdelegate, which is what systemd does.
    [Theory]
    [InlineData("unified", false)]
    [InlineData("memory", true)]
    public void A_box_keeps_the_namespace_that_its_group_is_seen_from_on_cgroup_v2(string inside, bool separate)
    {
        using var group = new ControlGroup([("/nowhere/judges-0-0-0", inside)]);

        var arguments = BubblewrapArguments.Of(new CodeJudgeOptions(), asRoot: true, slot: 0, BoxImages.Python, group, "");

        Assert.Equal(separate, arguments.Contains("--unshare-cgroup-try"));
    }

    [Fact]
    public async Task A_box_whose_runs_cannot_join_their_group_says_so_before_it_serves()
    {
        var answer = await BarePython.Output(SupervisorSource.Part("control_group.py") + """

            import tempfile
            with tempfile.TemporaryDirectory() as root:
                os.mkdir(root + "/unified")
                for name in ("memory.max", "pids.max", "pids.current", "memory.current"):
                    open(f"{root}/unified/{name}", "w").close()
                for door in ("/dev/null", "/dev/full"):
                    os.symlink(door, root + "/unified/cgroup.procs")
                    try:
                        ControlGroup(root).try_to_join()
                        print("joined", flush=True)
                    except SystemExit as refusal:
                        print(refusal)
                    os.unlink(root + "/unified/cgroup.procs")
            """);

        Assert.Equal("joined\na run's processes cannot join the box's control group: No space left on device\n", answer);
    }

    // What a file system can say of it; that memory is reclaimed was seen on Debian's kernel by eng/cgroup2.sh's machine, with and without memory.reclaim.
    [Fact]
    public async Task Kernels_without_memory_reclaim_are_asked_by_a_bound_that_does_not_stay()
    {
        var answer = await BarePython.Output(SupervisorSource.Part("control_group.py") + """

            import tempfile
            with tempfile.TemporaryDirectory() as root:
                os.mkdir(root + "/unified")
                for name in ("memory.max", "pids.max", "pids.current", "memory.current", "memory.high", "cgroup.procs"):
                    with open(f"{root}/unified/{name}", "w") as file:
                        file.write("99999999" if name == "memory.current" else "")
                group, written = ControlGroup(root), []
                write = group._write
                group._write = lambda path, value: written.append((path.rpartition("/")[2], value)) or write(path, value)
                print(group.is_settled(), len(written), written[0], written[-1])
            """);

        Assert.Equal("False 100 ('memory.high', 0) ('memory.high', 'max')\n", answer);
    }
}
