using Judges.Code;

namespace CodeJudge.Tests.Checking;

public sealed class ResultComparerTests
{
    [Theory]
    [InlineData("1", "1", true)]
    [InlineData("1", "1.0", false)]
    [InlineData("1.0", "1", true)]
    [InlineData("1", "true", false)]
    [InlineData("true", "1", false)]
    [InlineData("true", "true", true)]
    [InlineData("0", "false", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "0", false)]
    [InlineData("-0", "0", true)]
    [InlineData("0.3", "0.30000000000000004", true)]
    [InlineData("0.3", "0.3000001", false)]
    [InlineData("0.0", "5e-17", true)]
    [InlineData("0.0", "1e-9", false)]
    [InlineData("1e300", "1e301", false)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890", true)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567891", false)]
    [InlineData("\"a\"", "\"a\"", true)]
    [InlineData("\"a\"", "\"\\u0061\"", true)]
    [InlineData("\"a\"", "\"A\"", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("\"a\"", "\"\\ud800\"", false)]
    [InlineData("[1,2]", "[1,2]", true)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1,2]", "[1,2,3]", false)]
    [InlineData("[1,2]", "[1]", false)]
    [InlineData("[]", "{}", false)]
    [InlineData("[]", "null", false)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"b\":2}", false)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"a\":1}", false)]
    [InlineData("{\"a\":1}", "{\"a\":1,\"a\":1}", false)]
    [InlineData("{\"a\":1}", "{\"\\ud800\":1}", false)]
    [InlineData("[[{\"a\":[0.5]}]]", "[[{\"a\":[0.5]}]]", true)]
    public void Types_are_exact_and_values_equal(string expected, string actual, bool equal) =>
        Assert.Equal(equal, ResultComparer.AreEqual(Ask.Json(expected), Ask.Json(actual)));
}
