using System.Text;
using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>Expected values never enter a box, and never leave the judge in a verdict.</summary>
public sealed class SecrecyTests
{
    private const string Secret = "c0ffee-expected";

    public static TheoryData<bool> Kinds => [true, false];

    private static GradeCode Request(bool call) => call
        ? Ask.Call("def f(n):\n    return 'no'", "f", ("[1]", $"\"{Secret}\""), ("[2]", $"[\"{Secret}\"]"))
        : Ask.Stdio("print('no')", ("1\n", Secret), ("2\n", Secret));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_written_to_a_box_holds_no_expected_value(bool call)
    {
        var engine = new FakeEngine(static _ => FakeEngine.Result("IPR0"));
        await engine.Judge().Grade(Request(call), TestContext.Current.CancellationToken);

        using var wire = new MemoryStream();
        foreach (var request in engine.Requests)
            await BoxFrames.Write(wire, request, TestContext.Current.CancellationToken);

        Assert.NotEmpty(engine.Requests);
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(wire.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tests_frame_holds_no_other_tests_input_where_the_program_could_look()
    {
        var engine = new FakeEngine(static _ => FakeEngine.Result("IPR0"));
        await engine.Judge().Grade(Ask.Call("import gc\ndef f(n): pass", "f", ("[111]", "0"), ("[222]", "0")), TestContext.Current.CancellationToken);

        Assert.Equal(["[111]", "[222]"], engine.Requests.Select(static request => Encoding.UTF8.GetString(request.Input.Span)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_detail_holds_no_expected_value(bool call)
    {
        var engine = new FakeEngine(static _ => FakeEngine.Result("IPR0"));

        var verdict = await engine.Judge().Grade(Request(call), TestContext.Current.CancellationToken);

        Assert.Equal(Outcome.WrongAnswer, verdict.Outcome);
        Assert.DoesNotContain(Secret, verdict.Detail!.Value.GetRawText(), StringComparison.Ordinal);
    }
}
