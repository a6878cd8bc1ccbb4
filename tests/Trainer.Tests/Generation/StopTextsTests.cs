using System.Text;
using Judges;
using Judges.Training.Generation;
using Generator = Judges.Training.Generation.Generator;

namespace Trainer.Tests.Generation;

public sealed class StopTextsTests
{
    // Tokens are numbered as they are written here, parted by "|".
    [Theory]
    [InlineData("</answer>", "x|</|answer|>", true)]
    [InlineData("</answer>", "x</ans|wer>| and", false)]
    [InlineData("</answer>", "x</ans|wer> and more", true)]
    [InlineData("</answer>", "</answer>|x", false)]
    [InlineData("</answer>", "</answer", false)]
    [InlineData("\n\n", "a\n|\nb", true)]
    [InlineData("é", "a|é", true)]
    [InlineData("aa", "aaaa", true)]
    public void A_completion_ends_with_the_token_that_completes_a_text(string text, string tokens, bool ended)
    {
        var parts = tokens.Split('|').Select(Encoding.UTF8.GetBytes).ToArray();
        var stops = new StopTexts(["never", text], id => parts[id]);

        Assert.Equal(ended, stops.End([.. Enumerable.Range(0, parts.Length)]));
    }

    [Fact]
    public void A_character_that_two_tokens_share_is_whole_with_the_second()
    {
        byte[] euro = [.. "€"u8];
        var stops = new StopTexts(["€"], id => euro.AsMemory(id, 1));

        Assert.False(stops.End([0, 1]));
        Assert.True(stops.End([0, 1, 2]));
    }

    [Fact]
    public void Generation_stops_where_a_text_is_complete()
    {
        using var policy = new Judges.Training.Models.Decoder(Tiny.Config, seed: 5);
        ReadOnlyMemory<byte> Name(int id) => Encoding.UTF8.GetBytes($"<{id}>");
        var free = Generate(policy, Tiny.Sampling(12) with { Greedy = true, EosToken = -1 });
        var text = $"{free.Tokens[4]}><{free.Tokens[5]}";

        var stopped = Generate(policy, Tiny.Sampling(12) with { Greedy = true, EosToken = -1, StopTexts = new StopTexts([text], Name) });

        Assert.Equal(FinishReason.Stop, stopped.FinishReason);
        Assert.Contains(text, string.Concat(stopped.Tokens.Select(id => Encoding.UTF8.GetString(Name(id).Span))), StringComparison.Ordinal);
        Assert.Equal(free.Tokens.Take(stopped.Tokens.Count), stopped.Tokens);
    }

    [Fact]
    public void An_empty_text_would_end_everything() =>
        Assert.Throws<ArgumentException>(static () => new StopTexts([""], static _ => default));

    private static Completion Generate(Judges.Training.Models.Decoder policy, SamplingOptions options) =>
        new Generator(policy).Generate([[3, 4, 5]], 1, options, 0, TestContext.Current.CancellationToken)[0];
}
