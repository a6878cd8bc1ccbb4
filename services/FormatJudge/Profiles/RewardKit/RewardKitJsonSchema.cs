using System.Text.Json;

namespace Judges.Format.Profiles.RewardKit;

/// <summary>
/// |A ∩ B| ÷ |A ∪ B| of the (path, type) pairs that the expected schema names and that the content has. Of a list only the first item counts;
/// <c>required</c>, <c>enum</c> and bounds are not looked at. The content comes from <c>json_content</c>.
/// </summary>
internal sealed class RewardKitJsonSchema : IScoreProfile
{
    public string Name => "reward-kit/json-schema";

    public string Source => "fw-ai-external/reward-kit@9889152:reward_kit/rewards/json_schema.py json_schema_reward";

    public double? Score(ProfileSample sample)
    {
        if (sample.Parameters.Find("expected_schema") is not { } schema || sample.Parameters.Find("json_content") is not { } content)
            throw new ProfileException("give the parameters `expected_schema` and `json_content`");
        try
        {
            var expected = new HashSet<(string, string)>();
            var actual = new HashSet<(string, string)>();
            OfSchema(Parsed(schema), "", expected);
            OfContent(Parsed(content), "", actual);
            if (expected.Count == 0 && actual.Count == 0)
                return 1;
            var common = expected.Count(actual.Contains);
            return (double)common / (expected.Count + actual.Count - common);
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    private static JsonElement Parsed(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? JsonElement.Parse(value.GetString()!) : value;

    private static void OfSchema(JsonElement schema, string prefix, HashSet<(string, string)> pairs)
    {
        if (schema.ValueKind is not JsonValueKind.Object
            || !schema.TryGetProperty("properties", out var members) || members.ValueKind is not JsonValueKind.Object)
            return;
        foreach (var member in members.EnumerateObject())
        {
            var type = member.Value.ValueKind is JsonValueKind.Object && member.Value.TryGetProperty("type", out var named) ? named.ToString() : "any";
            pairs.Add((prefix + member.Name, type));
            OfSchema(member.Value, $"{prefix}{member.Name}.", pairs);
            if (type is "array" && member.Value.TryGetProperty("items", out var items))
                OfSchema(items, $"{prefix}{member.Name}[].", pairs);
        }
    }

    private static void OfContent(JsonElement content, string prefix, HashSet<(string, string)> pairs)
    {
        if (content.ValueKind is not JsonValueKind.Object)
            return;
        foreach (var member in content.EnumerateObject())
        {
            pairs.Add((prefix + member.Name, Type(member.Value)));
            OfContent(member.Value, $"{prefix}{member.Name}.", pairs);
            if (member.Value.ValueKind is JsonValueKind.Array && member.Value.GetArrayLength() > 0)
                OfContent(member.Value[0], $"{prefix}{member.Name}[].", pairs);
        }
    }

    private static string Type(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
