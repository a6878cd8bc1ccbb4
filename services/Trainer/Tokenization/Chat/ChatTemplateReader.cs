using System.Text.Json;

namespace Judges.Training.Tokenization.Chat;

/// <summary>Finds a checkpoint's template: in chat_template.jinja, or in tokenizer_config.json alone or among several with names.</summary>
internal static class ChatTemplateReader
{
    private const long MostBytes = 50_000_000;

    public static (string Template, Dictionary<string, string> SpecialTokens)? Read(string directory, string name)
    {
        var config = Config(Path.Combine(directory, "tokenizer_config.json"));
        var alone = Path.Combine(directory, "chat_template.jinja");
        var template = name == "default" && File.Exists(alone) ? Bounded(alone) : Named(config, name);
        return template is null ? null : (template, SpecialTokens(config));
    }

    private static string? Named(JsonElement? config, string name)
    {
        if (config is not { } root || !root.TryGetProperty("chat_template", out var template))
            return null;
        if (template.ValueKind != JsonValueKind.Array)
            return name == "default" ? template.GetString() : null;
        foreach (var entry in template.EnumerateArray())
        {
            if (entry.GetProperty("name").GetString() == name)
                return entry.GetProperty("template").GetString();
        }

        return null;
    }

    // A token is its text, or an object that holds it.
    private static Dictionary<string, string> SpecialTokens(JsonElement? config)
    {
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        if (config is not { } root)
            return tokens;
        foreach (var property in root.EnumerateObject().Where(static property => property.Name.EndsWith("_token", StringComparison.Ordinal)))
        {
            var content = property.Value.ValueKind == JsonValueKind.Object && property.Value.TryGetProperty("content", out var inner) ? inner : property.Value;
            if (content.ValueKind == JsonValueKind.String)
                tokens[property.Name] = content.GetString()!;
        }

        return tokens;
    }

    private static JsonElement? Config(string path)
    {
        if (!File.Exists(path))
            return null;

        try
        {
            using var document = JsonDocument.Parse(Bounded(path), new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new InvalidDataException($"{path} is not an object.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} is not JSON.", exception);
        }
    }

    private static string Bounded(string path) =>
        new FileInfo(path).Length <= MostBytes ? File.ReadAllText(path) : throw new InvalidDataException($"{path} has more than {MostBytes} bytes.");
}
