using System.Diagnostics;
using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>The judge's own Python, without a box: for parts of process 1, never for a submission.</summary>
internal static class BarePython
{
    /// <summary>What a program prints.</summary>
    public static async Task<string> Output(string program, string input = "")
    {
        using var python = Process.Start(new ProcessStartInfo(new CodeJudgeOptions().Python, ["-s", "-S", "-B", "-c", program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await python.StandardInput.WriteAsync(input);
        python.StandardInput.Close();
        return await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
