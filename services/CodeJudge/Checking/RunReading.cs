using System.Globalization;
using System.Text;

namespace Judges.Code;

/// <summary>
/// Reads a run's report. The harness writes, in order: <c>I</c> it has its input; <c>S</c> text, the source does not parse, or <c>P</c>, it
/// does; then one of <c>R</c> json the result, <c>E</c> text an exception, <c>M</c> out of memory, <c>U</c> text no plain data, <c>L</c> too
/// large. After <c>P</c> the submission runs and may write there too: that can cost it a test, and earn it nothing that it does not know.
/// </summary>
internal static class RunReading
{
    /// <summary>Whether the run ended before the submission's turn came, and not by a limit, or because the host had no memory left: our fault.</summary>
    public static bool IsOurFault(RunReport report) =>
        report.Stopped is StopReason.Host || (report.Stopped is null && report.Exit >= 0 && report.Result.Span is not [(byte)'I', (byte)'S' or (byte)'P', ..]);

    /// <summary>How a run ended that gave no answer, or null when there may be one.</summary>
    public static TestEnd? Failure(RunReport report, Runnable program)
    {
        var result = report.Result.Span;
        var parsed = result is [(byte)'I', (byte)'P', ..];
        if (!parsed && result is [(byte)'I', (byte)'S', .. var reason])
            return new TestEnd(Outcome.CompileError, Text(reason));
        if (report.Stopped is { } stop)
            return Stopped(stop);
        if (!parsed)
            return new TestEnd(Outcome.CompileError, $"the parser gave up: {Ending(report)}");
        var (tag, body) = Answer(report);
        return tag switch
        {
            'E' => new TestEnd(IsOutOfMemory(report, program) ? Outcome.MemoryLimitExceeded : Outcome.RuntimeError, Text(body.Span)),
            'M' => new TestEnd(Outcome.MemoryLimitExceeded, "out of memory"),
            'U' => new TestEnd(Outcome.WrongAnswer, Text(body.Span)),
            'L' => new TestEnd(Outcome.OutputLimitExceeded, "the result is too large"),
            _ when report.Exit != 0 && tag != 'R' && IsOutOfMemory(report, program) => new TestEnd(Outcome.MemoryLimitExceeded, "out of memory"),
            _ => null,
        };
    }

    /// <summary>The tag after the program began, and what follows it.</summary>
    public static (char Tag, ReadOnlyMemory<byte> Body) Answer(RunReport report) =>
        report.Result.Length > 2 ? ((char)report.Result.Span[2], report.Result[3..]) : ('\0', default);

    public static string Ending(RunReport report) => report.Exit switch
    {
        < 0 => string.Create(CultureInfo.InvariantCulture, $"killed by signal {-report.Exit}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"exit code {report.Exit}"),
    };

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 400)]).Replace('\0', ' ');

    public static TestEnd Stopped(StopReason reason) => reason switch
    {
        StopReason.Cpu => new TestEnd(Outcome.TimeLimitExceeded, "used up its CPU time"),
        StopReason.Wall => new TestEnd(Outcome.TimeLimitExceeded, "still waiting at the wall-clock backstop"),
        StopReason.Memory => new TestEnd(Outcome.MemoryLimitExceeded, "used more memory than it was given"),
        _ => new TestEnd(Outcome.OutputLimitExceeded, "wrote more than it was allowed to"),
    };

    private static bool IsOutOfMemory(RunReport report, Runnable program) =>
        program.Language.OutOfMemory is { } mark && report.Errors.Span.IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0;
}
