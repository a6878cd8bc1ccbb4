using System.Text;
using System.Text.Json;

namespace Judges.Code;

/// <summary>How one test ended.</summary>
/// <param name="Message">A short reason; never the expected value.</param>
internal readonly record struct TestEnd(Outcome Outcome, string? Message = null);

/// <summary>One hidden test: what goes into the box, and how what comes out is judged outside of it.</summary>
internal abstract class TestRun
{
    private const int Excerpt = 80;
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public abstract RunRequest Request(ReadOnlyMemory<byte> program, Limits limits);

    /// <summary>Judges a run that no limit stopped and that reported no error.</summary>
    public abstract TestEnd Check(RunReport report, char tag, ReadOnlySpan<byte> body);

    public static IReadOnlyList<TestRun> Of(CodeTests tests) => tests switch
    {
        StdioTests stdio => [.. stdio.Cases.Select(test => new StdioRun(test, stdio.Checker))],
        CallTests call => [.. call.Cases.Select(test => new CallRun(test, call.EntryPoint))],
        _ => throw new NotSupportedException($"the code judge knows no tests of type {tests?.GetType().Name}"),
    };

    private static bool TryDecode(ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = _strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    private static string Shorten(string text) => text.Length <= Excerpt ? text : text[..Excerpt] + "…";

    private sealed class StdioRun(StdioCase test, Checker checker) : TestRun
    {
        public override RunRequest Request(ReadOnlyMemory<byte> program, Limits limits) => new()
        {
            Kind = RunKind.Stdio,
            Program = program,
            Input = Encoding.UTF8.GetBytes(test.Stdin),
            Limits = limits,
        };

        public override TestEnd Check(RunReport report, char tag, ReadOnlySpan<byte> body) =>
            report.Exit != 0 ? new TestEnd(Outcome.RuntimeError, RunReading.Ending(report))
            : !TryDecode(report.Output.Span, out var output) ? new TestEnd(Outcome.WrongAnswer, "the output is not UTF-8")
            : OutputChecker.Accepts(checker, test.Stdout, output) ? new TestEnd(Outcome.Accepted)
            : new TestEnd(Outcome.WrongAnswer, output.Length == 0 ? "printed nothing" : $"printed {Shorten(output)}");
    }

    private sealed class CallRun(CallCase test, string entryPoint) : TestRun
    {
        public override RunRequest Request(ReadOnlyMemory<byte> program, Limits limits) => new()
        {
            Kind = RunKind.Call,
            EntryPoint = entryPoint,
            Program = program,
            Input = JsonSerializer.SerializeToUtf8Bytes(test.Args, CodeJson.Default.IReadOnlyListJsonElement),
            Limits = limits,
        };

        // A value that is the expected one is an answer however it was reported: to report it, the program had to know it.
        public override TestEnd Check(RunReport report, char tag, ReadOnlySpan<byte> body)
        {
            if (tag != 'R')
                return new TestEnd(Outcome.RuntimeError, $"ended without a result: {RunReading.Ending(report)}");
            if (!TryDecode(body, out var text) || !TryParse(text, out var value))
                return new TestEnd(Outcome.WrongAnswer, "the result is not plain data");
            using (value)
            {
                return ResultComparer.AreEqual(test.Expected, value.RootElement)
                    ? new TestEnd(Outcome.Accepted)
                    : new TestEnd(Outcome.WrongAnswer, $"returned {Shorten(text)}");
            }
        }

        private static bool TryParse(string text, out JsonDocument value)
        {
            try
            {
                value = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256 });
                return true;
            }
            catch (JsonException)
            {
                value = null!;
                return false;
            }
        }
    }
}
