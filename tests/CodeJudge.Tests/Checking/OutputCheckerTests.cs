using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Checking;

public sealed class OutputCheckerTests
{
    [Theory]
    [InlineData(CheckerKind.Tokens, "1 2\n", "1  2", true)]
    [InlineData(CheckerKind.Tokens, "1\n2\n", "1 2\r\n", true)]
    [InlineData(CheckerKind.Tokens, "", " \n", true)]
    [InlineData(CheckerKind.Tokens, "1 2", "1", false)]
    [InlineData(CheckerKind.Tokens, "1", "1 2", false)]
    [InlineData(CheckerKind.Tokens, "12", "1 2", false)]
    [InlineData(CheckerKind.Tokens, "YES", "Yes", false)]
    [InlineData(CheckerKind.Tokens, "1", "1.0", false)]
    [InlineData(CheckerKind.Tokens, "1", "01", false)]
    [InlineData(CheckerKind.Tokens, "a", "a\u00a0", false)]
    [InlineData(CheckerKind.Exact, "a b\n", "a b", true)]
    [InlineData(CheckerKind.Exact, "a b\n", "a b \n\n", true)]
    [InlineData(CheckerKind.Exact, "a b", "a  b", false)]
    [InlineData(CheckerKind.Exact, "a\nb", "a \nb", false)]
    [InlineData(CheckerKind.Exact, "a", " a", false)]
    [InlineData(CheckerKind.Float, "0.5", "0.5000001", true)]
    [InlineData(CheckerKind.Float, "1e6", "1000000.5", true)]
    [InlineData(CheckerKind.Float, "0.5", "0.50001", false)]
    [InlineData(CheckerKind.Float, "x 1.0", "x 1", true)]
    [InlineData(CheckerKind.Float, "x 1.0", "y 1.0", false)]
    [InlineData(CheckerKind.Float, "1.0", "nan", false)]
    [InlineData(CheckerKind.Float, "1.0", "inf", false)]
    [InlineData(CheckerKind.Float, "1.0", "1.0 1.0", false)]
    [InlineData(CheckerKind.Float, "nan", "nan", true)]
    [InlineData(CheckerKind.Unordered, "a\nb\n", "b\na", true)]
    [InlineData(CheckerKind.Unordered, "a\na\nb", "a\nb\nb", false)]
    [InlineData(CheckerKind.Unordered, "a\nb", "a", false)]
    [InlineData(CheckerKind.Unordered, "a b", "b a", false)]
    public void An_output_is_compared_as_its_checker_says(CheckerKind kind, string expected, string actual, bool accepted) =>
        Assert.Equal(accepted, OutputChecker.Accepts(new Checker { Kind = kind }, expected, actual));

    [Theory]
    [InlineData(0.1, "10", "11", true)]
    [InlineData(0.1, "10", "11.1", false)]
    [InlineData(0, "10", "10.0", true)]
    public void The_tolerance_is_absolute_or_relative(double tolerance, string expected, string actual, bool accepted) =>
        Assert.Equal(accepted, OutputChecker.Accepts(new Checker { Kind = CheckerKind.Float, Tolerance = tolerance }, expected, actual));
}
