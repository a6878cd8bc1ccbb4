using System.Runtime.Intrinsics;
using Judges.Format.Language;

namespace FormatJudge.Tests.Language;

public class WordMemoryTests
{
    private const int Seed = 20;

    [Theory]
    [InlineData("a")]
    [InlineData("Wort")]
    [InlineData("sixteencharacter")]
    public void A_word_is_remembered_by_its_exact_characters(string word)
    {
        var memory = new WordMemory();
        var said = new LaneScores(Vector256.Create((short)-LanguageTable.Loudest), Vector256.Create((short)-1));

        memory.Add(WordMemory.Key(word), said);

        Assert.True(memory.TryGet(WordMemory.Key(word), out var remembered));
        Assert.Equal(said, remembered);
        Assert.False(memory.TryGet(WordMemory.Key(word.ToUpperInvariant()), out _));
        Assert.False(memory.TryGet(WordMemory.Key(word.AsSpan(1)), out _));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("ar")]
    [InlineData("hi")]
    public void What_is_remembered_is_what_the_table_says(string code)
    {
        var family = LanguageFamily.Of(KnownLanguages.All[code].Script)!;
        var words = Corpus.Lines("sentences").SelectMany(static line => line.Text.Split(' ')).ToArray();

        foreach (var word in words.Concat(words))
            Assert.Equal(family.LookUp(word), family.Weigh(word));
    }

    // More words than there are places, so that they take them from each other while several threads look.
    [Fact]
    public void Words_that_share_places_between_threads_never_get_each_others_answers()
    {
        var family = LanguageFamily.Of(Script.Latin)!;
        var words = Words(4 * WordMemory.Places);
        var expected = Array.ConvertAll(words, word => family.LookUp(word));

        var wrong = 0;
        Parallel.For(0, 4, new() { MaxDegreeOfParallelism = 4 }, thread =>
        {
            for (var at = 0; at < 2 * words.Length; at++)
            {
                // Each word twice in a row: anew, and as it was just remembered.
                var word = (at / 2 + (thread * 7)) % words.Length;
                if (family.Weigh(words[word]) != expected[word])
                    Interlocked.Increment(ref wrong);
            }
        });

        Assert.True(wrong == 0, $"{wrong} words of seed {Seed} got another's answer");
    }

    private static string[] Words(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => new string(random.GetItems<char>("abcdeéßñŁ", random.Next(2, 19))))];
    }
}
