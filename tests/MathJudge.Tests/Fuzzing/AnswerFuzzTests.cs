namespace MathJudge.Tests.Fuzzing;

public class AnswerFuzzTests
{
    /// <summary>A slice of `./judges bench math --fuzz`, which does a million.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mutated_answers_neither_throw_nor_change_their_verdict(int seed)
    {
        var fuzz = new AnswerFuzz(seed);

        for (var i = 0; i < 2_000; i++)
            Assert.Null(fuzz.Step());
        Assert.InRange(fuzz.Accepted, 1, 1_000);
    }
}
