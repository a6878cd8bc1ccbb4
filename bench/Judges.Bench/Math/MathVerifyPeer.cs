using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Judges.Bench;

/// <summary>Math-Verify on the same pairs, warm and in one process, where python3 can import it.</summary>
internal static class MathVerifyPeer
{
    // One pair per line in; microseconds per line out, after a first pair that warms up.
    private const string Script = """
        import json, sys, time
        from math_verify import parse, verify
        verify(parse("$1$"), parse("$1$"))
        for line in sys.stdin:
            gold, answer = json.loads(line)
            started = time.perf_counter()
            try:
                verify(parse("$" + gold + "$" if "$" not in gold else gold), parse(answer))
            except Exception:
                pass
            print((time.perf_counter() - started) * 1e6, flush=True)
        """;

    private const int MaxPairs = 300;

    private static bool? s_installed;

    public static async Task Compare(Report report, string name, IReadOnlyList<GradeMath> requests, Distribution ours, CancellationToken cancellationToken)
    {
        if (!(s_installed ??= Run(["-c", "import math_verify"], null) is not null))
        {
            if (name == MathCorpus.Sets[0].Name)
                report.Note("Math-Verify is not installed for python3 (pip install math-verify[antlr4_13_2]), so nothing is measured beside it");
            return;
        }
        var some = requests.Where(static (_, i) => i % 7 == 0).Take(MaxPairs).ToList();
        var pairs = string.Concat(some.Select(static request => JsonSerializer.Serialize<string[]>([request.Answer, request.Response]) + "\n"));
        if (await Task.Run(() => Run(["-c", Script], pairs), cancellationToken) is not { } lines)
        {
            report.Note($"{name}: Math-Verify failed on these pairs");
            return;
        }
        var theirs = Distribution.Of([.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => double.Parse(line, CultureInfo.InvariantCulture))], 0);
        theirs.Print(report, $"{name}, {some.Count} of them by Math-Verify");
        report.Ratio($"math: Math-Verify's mean over ours, {name}", theirs.Mean / ours.Mean);
    }

    private static string? Run(string[] arguments, string? input)
    {
        var start = new ProcessStartInfo("python3", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0 ? output.GetAwaiter().GetResult() : null;
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            return null;
        }
    }
}
