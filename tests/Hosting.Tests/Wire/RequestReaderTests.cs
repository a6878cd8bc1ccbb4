using Judges;
using Judges.Hosting;

namespace Hosting.Tests.Wire;

public class RequestReaderTests
{
    [Theory]
    [InlineData("""{"judge":"math","answer":"5"}""", "required fields are missing: 'response'")]
    [InlineData("""{"judge":"math"}""", "required fields are missing")]
    [InlineData("""{"response":"5","answer":"5"}""", "`judge` (or `tests.kind`) is missing")]
    [InlineData("""{"judge":"poetry","response":"5"}""", "`judge` is code, math or format")]
    [InlineData("""{"judge":"math","response":"5","answer":"5","credit":"generous"}""", "the value at $.credit has the wrong type or name")]
    [InlineData("""{"judge":"math","response":"5","answer":"5","credit":1}""", "the value at $.credit has the wrong type or name")]
    [InlineData("""{"judge":"math","response":5,"answer":"5"}""", "the value at $.response has the wrong type or name")]
    [InlineData("""{"judge":"math","response":null,"answer":"5"}""", "response")]
    [InlineData("""{"judge":"math","response":"5","answer":" "}""", "`answer` must hold the gold answer")]
    [InlineData("""{"judge":"math","response":"5","answer":"0.5","credit":"digits"}""", "digits 0 to 9")]
    [InlineData("""{"judge":"format","response":"5","template":""}""", "`template` must name a template")]
    [InlineData("""{"judge":"code","language":"python","response":"5","tests":{"kind":"magic"}}""", "`tests.kind` is stdio or call")]
    [InlineData("""{"judge":"code","language":"python","response":"5","tests":{"kind":"stdio","cases":[]}}""", "at least one case")]
    [InlineData("""{"judge":"math","response":"5","answer":"\ud800"}""", "")]
    [InlineData("""{"judge":"math","response":""", "")]
    [InlineData("[]", "wrong type")]
    [InlineData("5", "wrong type")]
    [InlineData("null", "null is no request")]
    [InlineData("", "")]
    public void A_text_that_is_no_request_gets_a_reason(string json, string reason)
    {
        Assert.False(RequestReader.TryRead(json, JudgesJson.Default.GradeRequest, out _, out var given));
        Assert.Contains(reason, given, StringComparison.Ordinal);
        Assert.NotEmpty(given);
        // Names of our types mean nothing to a caller.
        Assert.DoesNotContain("Judges.", given, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", given, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var json = """{"judge":"math","response":"5","answer":"5","x":""" + new string('[', 10_000) + new string(']', 10_000) + "}";

        Assert.False(RequestReader.TryRead(json, JudgesJson.Default.GradeRequest, out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Fact]
    public void A_request_is_read()
    {
        Assert.True(RequestReader.TryRead("""{"response":"a","answer":"b"}""", JudgesJson.Default.GradeMath, out var request, out var reason));
        Assert.Equal(new GradeMath { Response = "a", Answer = "b" }, request);
        Assert.Null(reason);
    }
}
