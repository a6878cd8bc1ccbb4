using Judges.Training.Tasks;

namespace Trainer.Tests.Tasks;

public sealed class VocabularyTests
{
    private readonly Vocabulary _vocabulary = new(["a", "ab", "b", "<answer>", "a"]);

    [Fact]
    public void A_text_is_read_by_its_longest_tokens() =>
        Assert.Equal(["ab", "a", "<answer>", "b"], _vocabulary.Encode("aba<answer>b").Select(id => _vocabulary.Tokens[id]));

    [Fact]
    public void Decoding_gives_the_text_back_and_the_end_of_text_writes_nothing() =>
        Assert.Equal("aba<answer>b", _vocabulary.Decode([.. _vocabulary.Encode("aba<answer>b"), _vocabulary.EndOfTextId]));

    [Fact]
    public void A_text_that_no_token_fits_is_refused_with_the_place()
    {
        var fault = Assert.Throws<ArgumentException>(() => _vocabulary.Encode("abz"));

        Assert.Contains("`z`", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeated_tokens_count_once() => Assert.Equal(5, _vocabulary.Count);
}
