using System.Text.Json;

namespace Judges.Training.Models.Families;

/// <summary>The fields of a config.json. A field that is missing or null has its default; one of another type is refused by name.</summary>
internal sealed class ConfigFields(JsonElement json, string file = "config.json")
{
    public static ConfigFields Empty { get; } = new(JsonElement.Parse("{}"));

    public string ModelType => Find("model_type") is { ValueKind: JsonValueKind.String } type
        ? type.GetString()!
        : throw new InvalidDataException($"{file} does not say its model_type.");

    public int Int(string name) => Find(name) is { } value ? Int(name, value) : throw Missing(name);

    public int Int(string name, int otherwise) => Find(name) is { } value ? Int(name, value) : otherwise;

    public double Double(string name, double otherwise) => Double(name) ?? otherwise;

    public double? Double(string name) => Find(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Wrong(name, value);

    public bool Bool(string name, bool otherwise = false) => Find(name) is not { } value
        ? otherwise
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(name, value);

    public string Text(string name, string otherwise) => Find(name) is not { } value
        ? otherwise
        : value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(name, value);

    public IReadOnlyList<int> Ints(string name) => Find(name) is not { } value
        ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => Int(name, item))] : throw Wrong(name, value);

    /// <summary>A list of numbers, which one number alone stands for too.</summary>
    public IReadOnlyList<int> IntOrInts(string name) => Find(name) is { ValueKind: JsonValueKind.Number } one ? [Int(name, one)] : Ints(name);

    public ConfigFields? Section(string name) => Find(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Object ? new(value, file) : throw Wrong(name, value);

    /// <summary>Refuses a model that has what the decoder has not, rather than computing something else.</summary>
    public static void Refuse(bool present, string what)
    {
        if (present)
            throw new NotSupportedException($"The decoder has no {what}, which this config.json asks for.");
    }

    private int Int(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Wrong(name, value);

    private JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private InvalidDataException Missing(string name) => new($"{file} lacks '{name}'.");

    private InvalidDataException Wrong(string name, JsonElement value) => new($"'{name}' in {file} is {value.ValueKind}, {value}.");
}
