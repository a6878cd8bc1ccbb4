using System.Buffers.Binary;
using System.Text;

namespace Judges.Code;

/// <summary>
/// Runs tests one after the other, and several calls of a plain Python program in one process: a fork each would cost most of the time. The
/// calls of a batch have together the limits of one. A batch that meets a limit, or ends otherwise than an honest one does, decides nothing:
/// its tests are run again, each by itself.
/// </summary>
internal static class CallBatch
{
    private const int MostCalls = 64;
    private const int MostBytes = 1 << 16;

    // The harness begins no call after 50 ms, so one that uses up this has a slow call in it, which is better timed alone.
    private const double MostSeconds = 1;

    public static async IAsyncEnumerable<(TestRun Run, RunReport Report)> Run(IReadOnlyList<TestRun> runs, GradeCode request, Workshop workshop)
    {
        var together = MayShare(runs, request);
        for (var next = 0; next < runs.Count;)
        {
            var run = runs[next];
            if (together && Fill(runs, next, request.Limits) is { } batch)
            {
                var answers = Split(await workshop.RunOnce(run.Program.Language, batch), batch.Calls);
                foreach (var answer in answers)
                    yield return (runs[next++], answer);
                together = answers.Count > 0;
            }
            else
            {
                var report = await workshop.RunOnce(run.Program.Language, run.Request(request.Limits));
                if (run.Instead(report) is { } other)
                    (run, report) = (other, await workshop.RunOnce(other.Program.Language, other.Request(request.Limits)));
                yield return (run, report);
                next++;
            }
        }
    }

    // Where programs are timed for a score, each call is timed by itself.
    private static bool MayShare(IReadOnlyList<TestRun> runs, GradeCode request) =>
        runs is [CallRun { Program.IsForked: true } first, _, ..] && request.Efficiency is null && PlainPython.Is(Encoding.UTF8.GetString(first.Program.Source.Span));

    /// <summary>One request for as many of the next calls as go together, or null when that is not more than one.</summary>
    private static RunRequest? Fill(IReadOnlyList<TestRun> runs, int next, Limits limits)
    {
        using var input = new MemoryStream();
        var calls = 0;
        for (; next + calls < runs.Count && calls < MostCalls; calls++)
        {
            var arguments = ((CallRun)runs[next + calls]).Arguments();
            if (input.Length + arguments.Length > MostBytes)
                break;
            input.WriteByte((byte)(calls == 0 ? '[' : ','));
            input.Write(arguments);
        }
        input.WriteByte((byte)']');
        return calls < 2 ? null : runs[next].Request(limits) with
        {
            Calls = calls,
            Input = input.ToArray(),
            Limits = limits with { CpuSeconds = Math.Min(limits.CpuSeconds, MostSeconds), WallSeconds = Math.Min(limits.WallSeconds, MostSeconds) },
        };
    }

    /// <summary>What each call would have reported alone; none when the batch decides nothing.</summary>
    private static IReadOnlyList<RunReport> Split(RunReport report, int calls)
    {
        var rest = report.Result;
        if (rest.Span is [(byte)'I', (byte)'S', ..])
            return [report];
        if (report.Stopped is not null || report.Exit != 0 || rest.Span is not [(byte)'I', (byte)'P', ..])
            return [];
        List<ReadOnlyMemory<byte>> answers = [];
        for (rest = rest[2..]; rest.Length > 0;)
        {
            if (rest.Length < 4 || BinaryPrimitives.ReadInt32LittleEndian(rest.Span) is var length && (length < 1 || length > rest.Length - 4))
                return [];
            answers.Add(rest.Slice(4, length));
            rest = rest[(4 + length)..];
        }
        return answers.Count > calls ? [] :
        [
            .. answers.Select(answer => report with
            {
                Result = (byte[])[.. "IP"u8, .. answer.Span],
                WallMs = report.WallMs / answers.Count,
                CpuMs = report.CpuMs / answers.Count,
            }),
        ];
    }
}
