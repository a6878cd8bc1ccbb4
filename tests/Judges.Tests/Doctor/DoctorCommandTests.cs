namespace Judges.Tests.Doctor;

public class DoctorCommandTests
{
    [Fact]
    public async Task It_looks_at_everything_and_says_whether_the_demo_can_run()
    {
        var ended = await JudgesProcess.Run(["doctor"]);

        foreach (var name in (string[])[".NET", "bubblewrap", "python3", "container engine", "g++, cmake, make", "libtorch", "torch shim", "RabbitMQ server", "GPU"])
            Assert.Contains($" {name} ", ended.Output, StringComparison.Ordinal);
        Assert.Contains(ended.ExitCode == 0 ? "The demo can run" : "The demo cannot run without", ended.Output, StringComparison.Ordinal);
        Assert.Equal(ended.ExitCode == 0 ? 0 : 1, ended.ExitCode);
        Assert.DoesNotContain("\e[", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_comes_with_the_line_that_gets_it()
    {
        var ended = await JudgesProcess.Run(["doctor"], environment: [("LIBTORCH", "/no/such/libtorch")]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("MISSING libtorch", ended.Output, StringComparison.Ordinal);
        Assert.Contains("LIBTORCH=/no/such/libtorch holds no libtorch", ended.Output, StringComparison.Ordinal);
        Assert.Contains("libtorch-dev", ended.Output, StringComparison.Ordinal);
    }
}
