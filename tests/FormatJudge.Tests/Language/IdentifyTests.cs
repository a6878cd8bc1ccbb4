using Judges.Format.Language;

namespace FormatJudge.Tests.Language;

/// <summary>The 26 languages of the reference lines, told from all 37.</summary>
public class IdentifyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("sentences", 0.985)]
    [InlineData("word-pairs", 0.85)]
    [InlineData("single-words", 0.70)]
    public void The_mean_over_26_languages_reaches_the_goal(string set, double least)
    {
        var shares = new List<double>();
        foreach (var file in Directory.EnumerateFiles(SharedData.Language($"identify/{set}")).Order(StringComparer.Ordinal))
        {
            var code = Path.GetFileNameWithoutExtension(file);
            var lines = File.ReadAllLines(file).Where(line => line.Length > 0).ToArray();
            var guesses = lines.Select(line => LanguageGuess.Of(line).Language?.Code ?? "?").ToArray();
            shares.Add(guesses.Count(guess => guess == code) / (double)lines.Length);
            output.WriteLine($"{set} {code} {shares[^1]:P1} " + string.Join(' ', guesses.Where(guess => guess != code).CountBy(guess => guess)
                .OrderByDescending(pair => pair.Value).Take(4).Select(pair => $"{pair.Key}:{pair.Value}")));
        }
        output.WriteLine($"{set}: {shares.Average():P2} over {shares.Count} languages");

        Assert.True(shares.Average() >= least, $"{set}: {shares.Average():P2}");
    }

    [Theory]
    [InlineData("The answer follows from what we said before.", "en")]
    [InlineData("Das ist nicht die Antwort auf die Frage.", "de")]
    [InlineData("Це не те, що ми шукали.", "uk")]
    [InlineData("これは答えです", "ja")]
    [InlineData("这是答案", "zh")]
    [InlineData("답은 이것입니다", "ko")]
    [InlineData("Đây không phải là câu trả lời của tôi.", "vi")]
    public void A_plain_sentence_is_told(string text, string code) => Assert.Equal(code, LanguageGuess.Of(text).Language?.Code);
}
