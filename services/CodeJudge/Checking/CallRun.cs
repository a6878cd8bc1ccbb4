using System.Runtime.InteropServices;
using System.Text.Json;

namespace Judges.Code;

/// <summary>A function of the program is called.</summary>
internal sealed class CallRun(Runnable program, CallTests tests, CallCase test) : TestRun
{
    private readonly ResultComparison _comparison = new(
        tests.Unordered, tests.Tolerance, ByValue: program.Language.Name is not ("python" or "javascript" or "typescript"));

    public override Runnable Program => program;

    public override RunRequest Request(Limits limits) => program.Request(RunKind.Call, Target(tests), Arguments(), limits) with
    {
        ResultAllowed = OutputRoom.OfResult(JsonMarshal.GetRawUtf8Value(test.Expected).Length, limits),
    };

    /// <summary>The arguments as a JSON array.</summary>
    public byte[] Arguments() => JsonSerializer.SerializeToUtf8Bytes(test.Args, CodeJson.Default.IReadOnlyListJsonElement);

    /// <summary>The function, and the argument that is compared instead of its result.</summary>
    public static string Target(CallTests tests) => tests.InPlace is { } position ? $"{tests.EntryPoint}@{position}" : tests.EntryPoint;

    public override ValueTask<IReadOnlyList<TestEnd>> Judge(RunReport report, Workshop workshop) => new([Read(report)]);

    // A value that is the expected one is an answer however it was reported: to report it, the program had to know it.
    private TestEnd Read(RunReport report)
    {
        if (RunReading.Failure(report, program) is { } failure)
            return failure;
        var (tag, body) = RunReading.Answer(report);
        if (tag != 'R')
            return new TestEnd(Outcome.RuntimeError, $"ended without a result: {RunReading.Ending(report)}");
        if (!StrictText.TryDecode(body.Span, out var text) || !TryParse(text, out var value))
            return new TestEnd(Outcome.WrongAnswer, "the result is not plain data");
        using (value)
        {
            return _comparison.AreEqual(test.Expected, value.RootElement)
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
