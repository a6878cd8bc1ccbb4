using System.Text.Json;

namespace Symbolics.Tests;

/// <summary>The golds of sixteen data sets, and texts that no grammar should make sense of.</summary>
public class GoldAnswersTests(ITestOutputHelper output)
{
    [Fact]
    public void Golds_are_understood_as_more_than_their_text()
    {
        var (all, understood) = (0, 0);
        foreach (var line in SharedData.Lines(SharedData.Math("gold_answers.jsonl.gz")))
        {
            using var row = JsonDocument.Parse(line);
            var gold = row.RootElement.GetProperty("answer").GetString();
            if (string.IsNullOrWhiteSpace(gold))
                continue;
            all++;
            if (AnswerParser.Parse(AnswerText.Bare(gold).ToString(), new(WorkBudget.Default)) is not null)
                understood++;
            else
                output.WriteLine($"{row.RootElement.GetProperty("dataset").GetString()}: {gold}");
        }
        output.WriteLine($"gold_answers: {understood} of {all} understood");

        Assert.True(understood >= all * 0.995, $"{understood} of {all}");
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData(@"\frac{d}{dx}")]
    [InlineData(@"(\frac{d}{dx})\sqrt{}")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData(@"\mathit{TEST}\frac{2}{}")]
    [InlineData(@"\frac{}{2}")]
    [InlineData("!0")]
    [InlineData(@"a\mod \begin{matrix}b\end{matrix}|")]
    [InlineData(@"\lfloor x")]
    [InlineData("-")]
    [InlineData(@"\frac{d}{dx} + \frac{d}{dt}")]
    [InlineData(@"\cos^2")]
    [InlineData("#")]
    [InlineData("&")]
    [InlineData("~")]
    [InlineData(@"\frac{(2 + x}{1 - x)}")]
    [InlineData(@"\%100")]
    [InlineData(@"\int x")]
    [InlineData(@"\lim_{x} x")]
    public void Fragments_have_no_value(string text) => Assert.Null(AnswerParser.Parse(text, new(WorkBudget.Default)));
}
