using System.Diagnostics;
using System.Globalization;
using System.Text;
using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>A box that dies in the middle of a run.</summary>
public sealed class LostBoxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_box_that_is_killed_in_the_middle_of_a_run_costs_no_verdict()
    {
        var options = new CodeJudgeOptions { Boxes = 1, CacheEntries = 0, FirstUserId = 0x4900_0000 };
        using var engine = new BubblewrapEngine(options);
        await using var pool = new SandboxPool(engine, options);
        var judge = new Judges.Code.CodeJudge(pool, options, TimeProvider.System);
        var slow = Ask.Call("import time\ndef f():\n    time.sleep(2)\n    return 1", "f", ("[]", "1"));
        Assert.True((await judge.Grade(slow, Token)).Passed);

        var grading = judge.Grade(slow, Token).AsTask();
        await Task.Delay(500, Token);
        Assert.False(grading.IsCompleted);
        Assert.True(Kill($"\"uid\":{options.FirstUserId}") > 0, "the box was not found");

        var verdict = await grading;
        Assert.True(verdict.Passed, verdict.Detail.ToString());
    }

    // Only what this test started has these users in its command.
    private static int Kill(string mark)
    {
        var killed = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(static folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            try
            {
                if (!Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "cmdline"))).Contains(mark, StringComparison.Ordinal))
                    continue;
                using var process = Process.GetProcessById(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
                process.Kill();
                killed++;
            }
            catch (Exception gone) when (gone is IOException or ArgumentException or InvalidOperationException or UnauthorizedAccessException)
            {
            }
        }
        return killed;
    }
}
