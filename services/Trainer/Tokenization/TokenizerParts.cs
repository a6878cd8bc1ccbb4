using System.Text.Json;
using static Judges.Training.Tokenization.TokenizerReader;

namespace Judges.Training.Tokenization;

/// <summary>The steps around the model in a tokenizer.json, put together as a codec.</summary>
internal static class TokenizerParts
{
    public static ITextCodec Codec(JsonElement? normalizer, JsonElement? preTokenizer, bool byteFallback)
    {
        var normalizers = Steps(normalizer, "normalizers").ToList();
        var steps = Steps(preTokenizer, "pretokenizers").ToList();
        if (byteFallback && steps.All(static step => Text(step, "type") == "Metaspace"))
            return SentencePiece(normalizers, steps);

        foreach (var step in normalizers.Where(static step => Text(step, "type") != "NFC"))
            throw Unknown("normalizer", step);
        return new ByteLevelCodec([.. steps.SelectMany(Splits)], normalizers.Count > 0, steps.Any(static step => Flag(step, "add_prefix_space")));
    }

    /// <summary>Tokens that stand before and after a text.</summary>
    public static (IReadOnlyList<string> Before, IReadOnlyList<string> After) Template(JsonElement? postProcessor)
    {
        foreach (var step in Steps(postProcessor, "processors").Where(static step => Text(step, "type") == "TemplateProcessing"))
        {
            var items = step.GetProperty("single").EnumerateArray().ToList();
            var text = items.FindIndex(static item => item.TryGetProperty("Sequence", out _));
            return (Names(items[..text]), Names(items[(text + 1)..]));
        }

        return ([], []);

        static IReadOnlyList<string> Names(List<JsonElement> items) =>
            [.. items.Select(static item => item.GetProperty("SpecialToken").GetProperty("id").GetString()!)];
    }

    private static SentencePieceCodec SentencePiece(List<JsonElement> normalizers, List<JsonElement> steps)
    {
        foreach (var step in normalizers.Where(static step => Text(step, "type") is not ("Prepend" or "Replace")))
            throw Unknown("normalizer", step);
        return new(normalizers.Any(static step => Text(step, "type") == "Prepend") || steps.Any(static step => Text(step, "prepend_scheme") is "always" or "first"));
    }

    private static IEnumerable<SplitPattern> Splits(JsonElement step)
    {
        switch (Text(step, "type"))
        {
            case "Split" when Text(step, "behavior") == "Isolated" && !Flag(step, "invert"):
                return [SplitPattern.Find(step.GetProperty("pattern").GetProperty("Regex").GetString()!)];
            case "ByteLevel":
                return Flag(step, "use_regex", otherwise: true) ? [SplitPattern.Find(SplitPattern.Gpt2)] : [];
            default:
                throw Unknown("pre-tokenizer", step);
        }
    }

    // A step alone, or a Sequence of them.
    private static IEnumerable<JsonElement> Steps(JsonElement? part, string members) => part switch
    {
        null => [],
        { } sequence when Text(sequence, "type") == "Sequence" => sequence.GetProperty(members).EnumerateArray(),
        { } step => [step],
    };

    private static NotSupportedException Unknown(string kind, JsonElement step) => new($"There is no {kind} '{Text(step, "type")}' here as the tokenizer has it: {step}");
}
