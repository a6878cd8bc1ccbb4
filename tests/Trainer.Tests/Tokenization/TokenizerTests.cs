using System.Text.Json;
using System.Text.Json.Nodes;
using Judges.Training.Tokenization;

namespace Trainer.Tests.Tokenization;

public sealed class TokenizerTests : IDisposable
{
    private const string ByteLevel = """
        "normalizer": {"type": "NFC"},
        "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "use_regex": true}
        """;

    private IReadOnlyList<string> _vocabulary = [];
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Merges_are_read_in_both_forms(bool pairs)
    {
        var tokenizer = Load(ByteLevel, ["h e", "l l", "he ll", "hell o", "Ġ hello"], pairs);

        Assert.Equal(["hello", "Ġhello", "Ġ", "h"], tokenizer.Encode("hello hello h").Select(id => Token(tokenizer, id)));
    }

    [Theory]
    [InlineData("hello, world")]
    [InlineData("日本語 𝒳 \u00e9\r\n\t 12345")]
    [InlineData("<|end|>between<|end|>")]
    [InlineData("")]
    public void Text_comes_back(string text)
    {
        var tokenizer = Load(ByteLevel, ["h e", "l l"]);

        Assert.Equal(text, tokenizer.Decode(tokenizer.Encode(text), skipSpecial: false));
    }

    [Fact]
    public void Accents_are_composed_first()
    {
        var tokenizer = Load(ByteLevel, []);

        Assert.Equal(tokenizer.Encode("\u00e9"), tokenizer.Encode("e\u0301"));
    }

    [Fact]
    public void The_longest_added_token_is_taken_and_a_special_one_not_shown()
    {
        var tokenizer = Load(ByteLevel, []);

        var ids = tokenizer.Encode("a<|end|>><|end|");

        Assert.Equal(901, ids[1]);
        Assert.Equal("a<|end|", tokenizer.Decode(ids));
    }

    [Fact]
    public void A_template_puts_its_tokens_around_the_text()
    {
        var tokenizer = Load(ByteLevel + """
            , "post_processor": {"type": "Sequence", "processors": [{"type": "ByteLevel"}, {"type": "TemplateProcessing",
              "single": [{"SpecialToken": {"id": "<|end|>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}]}]}
            """, []);

        Assert.Equal([900, .. tokenizer.Encode("a")], tokenizer.Encode("a", addSpecial: true));
    }

    [Fact]
    public void Sentence_pieces_spell_what_they_lack_in_bytes()
    {
        var tokenizer = Load("""
            "normalizer": {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]}
            """, ["▁ h", "▁h i"], extra: ["▁", "h", "i", "▁h", "▁hi", "<0xE6>", "<0x97>", "<0xA5>"], byteFallback: true);

        var ids = tokenizer.Encode("hi hi日");

        Assert.Equal(["▁hi", "▁hi", "<0xE6>", "<0x97>", "<0xA5>"], ids.Select(id => Token(tokenizer, id)));
        Assert.Equal("hi hi日", tokenizer.Decode(ids));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_rather_than_refused() =>
        Assert.Equal("a\ufffd", Load(ByteLevel, []).Decode(Load(ByteLevel, []).Encode("a\ud800")));

    [Theory]
    [InlineData("""{"model": {"type": "BPE", "vocab": {"a": 0}, "merges": ["a b"]}}""")]
    [InlineData("""{"model": {"type": "BPE", "vocab": {"a": "0"}, "merges": []}}""")]
    [InlineData("""{"model": {"type": "BPE", "vocab": {"a": 0}, "merges": [["a"]]}}""")]
    [InlineData("""{"model": {"type": "BPE", "merges": []}}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void A_file_that_is_no_tokenizer_is_refused(string json)
    {
        File.WriteAllText(_path, json);

        Assert.Throws<InvalidDataException>(() => Tokenizer.Load(_path));
    }

    [Theory]
    [InlineData(""" "normalizer": {"type": "Lowercase"} """)]
    [InlineData(""" "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "x+"}, "behavior": "Isolated"} """)]
    [InlineData(""" "pre_tokenizer": {"type": "Whitespace"} """)]
    public void A_step_that_is_not_known_is_refused(string step) => Assert.Throws<NotSupportedException>(() => Load(step, []));

    private string Token(Tokenizer tokenizer, int id) => _vocabulary.Single(token => tokenizer.Find(token) == id);

    private Tokenizer Load(string steps, string[] merges, bool pairs = false, string[]? extra = null, bool byteFallback = false)
    {
        _vocabulary = [.. extra ?? [.. Enumerable.Range(0, 256).Select(static value => ByteAlphabet.Letter((byte)value).ToString()), .. merges.Select(static merge => merge.Replace(" ", ""))]];
        var vocabulary = new JsonObject(_vocabulary.Select(static (token, id) => KeyValuePair.Create(token, (JsonNode?)id)));
        JsonNode forms = pairs ? new JsonArray([.. merges.Select(static merge => (JsonNode)new JsonArray([.. merge.Split(' ').Select(static part => (JsonNode)part)]))]) : JsonSerializer.SerializeToNode(merges)!;
        File.WriteAllText(_path, $$"""
            {
              "added_tokens": [{"id": 900, "content": "<|end|>", "special": true}, {"id": 901, "content": "<|end|>>", "special": true}],
              "model": {"type": "BPE", "byte_fallback": {{(byteFallback ? "true" : "false")}}, "vocab": {{vocabulary.ToJsonString()}}, "merges": {{forms.ToJsonString()}}},
              {{steps}}
            }
            """);
        return Tokenizer.Load(_path);
    }
}
