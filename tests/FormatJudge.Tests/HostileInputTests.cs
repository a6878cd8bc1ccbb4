using Judges;

namespace FormatJudge.Tests;

/// <summary>Each input is half a million characters: anything above linear time would not end within the run.</summary>
public class HostileInputTests
{
    [Theory]
    [InlineData("<")]
    [InlineData("< ")]
    [InlineData("<think")]
    [InlineData("<think ")]
    [InlineData("<think>")]
    [InlineData("</think>")]
    [InlineData("<think></think>")]
    [InlineData("<think></think><answer></answer>")]
    [InlineData("&lt;")]
    [InlineData("&lt;think")]
    [InlineData("＜／")]
    [InlineData("\u200B")]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("\uD800")]
    public void Repeated_pieces_are_malformed(string piece)
    {
        var response = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));

        var verdict = Grading.Grade(response, FormatCredit.Checks);

        Assert.Equal(Outcome.Malformed, verdict.Outcome);
        Assert.InRange(verdict.Reward!.Value, 0, 0.9);
        Assert.Equal(verdict.Detail!.Value.GetRawText(), Grading.Grade(response).Detail!.Value.GetRawText());
    }
}
