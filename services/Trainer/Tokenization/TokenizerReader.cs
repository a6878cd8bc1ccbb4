using System.Text.Json;

namespace Judges.Training.Tokenization;

/// <summary>Reads a tokenizer.json of Hugging Face's tokenizers library.</summary>
internal static class TokenizerReader
{
    private const long MaxBytes = 200_000_000;

    public static Tokenizer Read(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
            throw new InvalidDataException($"{path} has more than {MaxBytes} bytes.");

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 32 });
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"{path} is not a tokenizer as Hugging Face has it: {exception.Message}", exception);
        }
    }

    private static Tokenizer Read(JsonElement root)
    {
        var model = root.GetProperty("model");
        if (Text(model, "type") is { } type && type != "BPE")
            throw new NotSupportedException($"There are no tokenizers of type '{type}' here, only BPE.");

        var vocabulary = model.GetProperty("vocab").EnumerateObject().ToDictionary(static token => token.Name, static token => token.Value.GetInt32(), StringComparer.Ordinal);
        var added = new AddedTokens([.. (Member(root, "added_tokens") is { } list ? list.EnumerateArray() : default).Select(Added)]);
        var (before, after) = TokenizerParts.Template(Member(root, "post_processor"));
        return new Tokenizer(
            vocabulary,
            new BytePairModel(vocabulary, Merges(model, vocabulary)) { WholeWords = Flag(model, "ignore_merges") },
            added,
            TokenizerParts.Codec(Member(root, "normalizer"), Member(root, "pre_tokenizer"), Flag(model, "byte_fallback")))
        {
            Before = [.. before.Select(Id)],
            After = [.. after.Select(Id)],
        };

        int Id(string token) => added.Find(token)?.Id ?? vocabulary[token];
    }

    public static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(JsonElement element, string name) => Member(element, name)?.GetString();

    public static bool Flag(JsonElement element, string name, bool otherwise = false) => Member(element, name)?.GetBoolean() ?? otherwise;

    private static AddedToken Added(JsonElement token)
    {
        var content = token.GetProperty("content").GetString();
        if (string.IsNullOrEmpty(content))
            throw new InvalidDataException("An added token is empty.");
        return new(token.GetProperty("id").GetInt32(), content, Flag(token, "special"))
        {
            SingleWord = Flag(token, "single_word"),
            StripsLeft = Flag(token, "lstrip"),
            StripsRight = Flag(token, "rstrip"),
        };
    }

    // A merge is "left right", or, since a token may hold a space, ["left", "right"].
    private static Dictionary<(int, int), BytePairModel.Merge> Merges(JsonElement model, Dictionary<string, int> vocabulary)
    {
        var merges = new Dictionary<(int, int), BytePairModel.Merge>();
        var rank = 0;
        foreach (var merge in model.GetProperty("merges").EnumerateArray())
        {
            var pair = merge.ValueKind == JsonValueKind.Array ? [.. merge.EnumerateArray().Select(static item => item.GetString()!)] : merge.GetString()!.Split(' ');
            if (pair is not [var left, var right]
                || !vocabulary.TryGetValue(left, out var leftId) || !vocabulary.TryGetValue(right, out var rightId) || !vocabulary.TryGetValue(left + right, out var joined))
            {
                throw new InvalidDataException($"Merge {rank} is no pair of tokens whose union is a token: {merge}.");
            }

            merges.TryAdd((leftId, rightId), new(rank++, joined));
        }

        return merges;
    }
}
