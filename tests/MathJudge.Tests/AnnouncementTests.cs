using Judges.Mathematics;

namespace MathJudge.Tests;

public class AnnouncementTests
{
    [Theory]
    [InlineData("The answer is 5 because 2 + 3 = 5.", "5", "Announced")]
    [InlineData("Therefore the answers are $3$ and $5$.", "$3$ and $5$", "Announced")]
    [InlineData("The answer is $3$ since it fits.", "$3$", "Announced")]
    [InlineData("The answer is 3.14. It is near pi.", "3.14", "Announced")]
    [InlineData("**Answer:** 42", "42", "Announced")]
    [InlineData("**Answer**: \\(\\frac{1}{2}\\)", "\\(\\frac{1}{2}\\)", "Announced")]
    [InlineData("### Final Answer\n\n$x = 2$\n", "$x = 2$", "Announced")]
    [InlineData("**Final Answer**\n12 apples", "12 apples", "Announced")]
    [InlineData("ANSWER: C", "C", "Announced")]
    [InlineData("The answer to the problem is 12.", "12", "Announced")]
    [InlineData("The answer is therefore 12.", "12", "Announced")]
    [InlineData("The answer is 5. The answer is: ", "5", "Announced")]
    [InlineData("最终答案：12。", "12", "Announced")]
    [InlineData("La respuesta es 7.", "7", "Announced")]
    [InlineData("```json\n{\"reasoning\": \"2 + 3\", \"answer\": \"5\"}\n```", "5", "Announced")]
    [InlineData("{\"answer\": 5}", "5", "Announced")]
    [InlineData("so the correct option is (B).", "B", "Choice")]
    [InlineData("Option C is correct.", "C", "Choice")]
    [InlineData("The correct choice is **D**", "D", "Choice")]
    [InlineData("故选：D", "D", "Choice")]
    [InlineData("因此选择 $\\text{A}$", "A", "Choice")]
    [InlineData("so\n#### 1,234\n", "1,234", "Hashes")]
    [InlineData("<<26+15=41>>41\n#### 33", "33", "Hashes")]
    [InlineData(@"thus \boxed\frac12.", @"\frac12", "BoxWithoutBraces")]
    [InlineData(@"thus $\boxed\frac{1}{2}$.", @"\frac{1}{2}", "BoxWithoutBraces")]
    [InlineData(@"thus \boxed 12.5.", "12.5", "BoxWithoutBraces")]
    [InlineData(@"thus \boxed x.", "x", "BoxWithoutBraces")]
    public void What_a_sentence_announces_is_found(string response, string answer, string rule)
    {
        var extraction = AnswerExtractor.Extract(response, ExtractionScope.MarkedOrAnnounced);

        Assert.NotNull(extraction);
        Assert.Equal(answer, response.Substring(extraction.Value.Start, extraction.Value.Length));
        Assert.Equal(rule, extraction.Value.Rule.ToString());
    }

    [Theory]
    [InlineData("I will answer this now, 5 times.")]
    [InlineData("The answer isn't 5")]
    [InlineData("Option C has 5 sides")]
    [InlineData("We select Alice and choose Bob")]
    [InlineData("the answer is")]
    public void A_word_alone_announces_nothing(string response) =>
        Assert.Null(AnswerExtractor.Extract(response, ExtractionScope.MarkedOrAnnounced));

    [Theory]
    [InlineData(@"\boxed{8}. The final answer is $9$. I hope it is correct.", "HopeSentence", " $9$")]
    [InlineData(@"The final answer is $9$. But \boxed{8}", "Boxed", "8")]
    [InlineData("it is \\boxed{42\nand that is all", "UnclosedBox", "42")]
    [InlineData("it is $\\boxed{42$\nand that is all", "UnclosedBox", "42")]
    public void The_widest_scope_follows_Minerva_and_forgives_an_open_box(string response, string rule, string answer)
    {
        var extraction = AnswerExtractor.Extract(response, ExtractionScope.Anything);

        Assert.Equal(rule, extraction!.Value.Rule.ToString());
        Assert.Equal(answer, response.Substring(extraction.Value.Start, extraction.Value.Length));
    }

    [Theory]
    [InlineData("answer is. ")]
    [InlineData("answer: ")]
    [InlineData("option A ")]
    [InlineData("```python\n")]
    [InlineData("[asy]")]
    [InlineData("[asy][/asy]```py\n```")]
    [InlineData("答案是")]
    [InlineData("####")]
    [InlineData("$ and ")]
    [InlineData(@"\boxed{ }")]
    [InlineData("final answer is I hope it is correct")]
    public void A_megabyte_of_marks_is_read_in_linear_time(string mark)
    {
        var response = string.Concat(Enumerable.Repeat(mark, 1_000_000 / mark.Length));

        _ = AnswerExtractor.Extract(response, ExtractionScope.Anything);
        _ = AnswerExtractor.Extract("the answer is " + response, ExtractionScope.Anything);
    }
}
