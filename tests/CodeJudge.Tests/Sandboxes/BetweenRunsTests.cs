using System.Numerics;
using System.Text;
using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>A box tells how a run went before it has cleaned up, and has its next process ready while it waits.</summary>
public sealed class BetweenRunsTests() : OneBox(firstUserId: 0x4c00_0000)
{
    [Fact]
    public async Task A_run_that_is_decided_is_told_whole()
    {
        await Run(Right, Plain);

        var report = await Run("import os, sys\ndef f(n):\n    held = bytearray(100 << 20)\n    sum(range(3000000))\n    print('seen', n, 'x' * 30000)\n    os.write(2, b'said\\n')\n    sys.stdout.flush()\n    return n + 1", Plain);

        Assert.Equal("IPT[null, null]", Ends(report));
        Assert.Equal([$"seen 1 {new string('x', 30000)}", $"seen 2 {new string('x', 30000)}", ""], Output(report).Split('\n'));
        Assert.Equal("said\nsaid\n", Encoding.UTF8.GetString(report.Errors.Span));
        Assert.InRange(report.PeakKb, 100 << 10, 200 << 10);
        Assert.True(report.CpuMs > 10, $"{report.CpuMs}");
        Assert.Equal("IPT[null, null]", Ends(await Run(Right, Plain)));
    }

    [Fact]
    public async Task A_limit_that_is_broken_when_the_tests_are_decided_counts()
    {
        var limits = Ask.Generous with { MemoryMb = 128 };
        await Run(Right, Plain);

        var memory = await Run("import os\ndef f(n):\n    child = os.fork()\n    if child == 0:\n        bytearray(400 << 20)\n        os._exit(0)\n    os.waitpid(child, 0)\n    return n + 1", Plain, limits);
        var output = await Run("import os\ndef f(n):\n    for _ in range(3): os.write(1, b'x' * 30000)\n    return n + 1", Plain, limits with { OutputKb = 64 });

        Assert.Equal(StopReason.Memory, memory.Stopped);
        Assert.Equal(StopReason.Output, output.Stopped);
    }

    [Fact]
    public async Task What_a_run_leaves_running_is_ended_before_the_next_one()
    {
        const string Leaving = "import os, threading, time\ndef f(n):\n    for _ in range(5):\n        if os.fork() == 0:\n            while True: pass\n    return n + 1";
        const string Counting = "import os\ndef f(n): return n + sum(1 for p in os.listdir('/proc') if p.isdigit() and os.stat('/proc/' + p).st_uid not in (0, UID, os.getuid())) + 1";
        for (var turn = 0; turn < 5; turn++)
        {
            Assert.Equal("IPT[null, null]", Ends(await Run(Leaving, Plain)));
            Assert.Equal("IPT[null, null]", Ends(await Run(Counting, Plain)));
        }
    }

    [Fact]
    public async Task Who_writes_without_end_is_not_waited_for()
    {
        await Run(Right, Plain);

        var report = await Run("import os, threading\ndef write():\n    while True: os.write(2, b'x' * 65536)\nthreading.Thread(target=write, daemon=True).start()\ndef f(n): return n + 1", Plain);

        Assert.Equal(("IPT[null, null]", (StopReason?)null), (Ends(report), report.Stopped));
        Assert.Equal("IPT[null, null]", Ends(await Run(Right, Plain)));
    }

    [Fact]
    public async Task A_box_that_cannot_be_proven_clean_says_so_to_the_next_run()
    {
        // More files than are removed one by one.
        var report = await Run("import os\ndef f(n):\n    for i in range(2500): os.close(os.open(f'/tmp/{n}-{i}', os.O_CREAT))\n    return n + 1", Plain);

        Assert.Equal("IPT[null, null]", Ends(report));
        await Assert.ThrowsAsync<SandboxUncleanException>(() => Run(Right, Plain));
    }

    [Fact]
    public async Task Input_is_never_the_runs_memory()
    {
        // Three copies of it would be more than the limit.
        var run = new RunRequest
        {
            Kind = RunKind.Stdio,
            Program = "import sys\nprint(len(sys.stdin.buffer.read(100)))"u8.ToArray(),
            Input = new byte[40 << 20],
            Limits = Ask.Generous with { MemoryMb = 96 },
        };
        var reports = new List<RunReport>();
        for (var turn = 0; turn < 3; turn++)
            reports.Add(await Box.Run(run, Token));

        Assert.All(reports, static report => Assert.Equal(((StopReason?)null, 0, "100\n"), (report.Stopped, report.Exit, Output(report))));
    }

    [Fact]
    public async Task With_a_box_for_each_core_its_processes_stay_on_one()
    {
        var allowed = File.ReadLines("/proc/self/status").First(static line => line.StartsWith("Cpus_allowed:", StringComparison.Ordinal))[13..].Trim()
            .Replace(",", "", StringComparison.Ordinal).Sum(static digit => BitOperations.PopCount(Convert.ToUInt32($"{digit}", 16)));
        Assert.SkipUnless(allowed == Boxes, $"this process may use {allowed} cores, and .NET counts {Boxes}: it is held to a share of their time");
        const string Cores = "import os\ndef f(n): return len(os.sched_getaffinity(0)) + n";

        Assert.Equal("IPT[null, null]", Ends(await Run(Cores, Plain)));
    }
}
