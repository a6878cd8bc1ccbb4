using System.Text.Json;

namespace Judges.Format.Profiles;

/// <summary>A profile's parameters as the request gave them.</summary>
internal readonly struct ProfileParams(JsonElement? json)
{
    public static ProfileParams None => default;

    public double Number(string name, double otherwise) => Find(name) is { } value
        ? value.ValueKind is JsonValueKind.Number ? value.GetDouble() : throw Wrong(name, "a number")
        : otherwise;

    public double? Number(string name) => Find(name) is null ? null : Number(name, 0);

    /// <summary>A whole number that is at least 1.</summary>
    public int Count(string name, int otherwise) => Find(name) is { } value
        ? value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var count) && count > 0 ? count : throw Wrong(name, "a whole number above 0")
        : otherwise;

    public bool? Flag(string name) => Find(name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "true or false"),
    };

    public string Text(string name, string otherwise) => Find(name) is { } value
        ? value.ValueKind is JsonValueKind.String ? value.GetString()! : throw Wrong(name, "a string")
        : otherwise;

    public IReadOnlyList<string>? Texts(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind is not JsonValueKind.Array || value.EnumerateArray().Any(static item => item.ValueKind is not JsonValueKind.String))
            throw Wrong(name, "a list of strings");
        return [.. value.EnumerateArray().Select(static item => item.GetString()!)];
    }

    public IReadOnlyList<bool>? Flags(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind is not JsonValueKind.Array
            || value.EnumerateArray().Any(static item => item.ValueKind is not (JsonValueKind.True or JsonValueKind.False)))
            throw Wrong(name, "a list of true and false");
        return [.. value.EnumerateArray().Select(static item => item.GetBoolean())];
    }

    /// <summary>The parameter, or null where it is absent or null.</summary>
    public JsonElement? Find(string name) =>
        json is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null
            ? value
            : null;

    private static ProfileException Wrong(string name, string kind) => new($"parameter `{name}` must be {kind}");
}
