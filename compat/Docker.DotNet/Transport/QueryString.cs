using System.Globalization;
using System.Text.Json;

namespace Docker.DotNet;

/// <summary>The part of an address after the question mark; what is null is left out.</summary>
internal sealed class QueryString
{
    private readonly List<string> _parts = [];

    public QueryString With(string name, string value)
    {
        if (value is not null)
            _parts.Add($"{name}={Uri.EscapeDataString(value)}");
        return this;
    }

    public QueryString With(string name, bool? value) => With(name, value switch { true => "1", false => "0", null => null });

    public QueryString With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryString With(string name, IDictionary<string, string> value) =>
        With(name, value is null ? null : JsonSerializer.Serialize(value, EngineJson.Default.IDictionaryStringString));

    // {"label":{"a=b":true}} as Docker.DotNet has it; the engine reads it as it is.
    public QueryString With(string name, IDictionary<string, IDictionary<string, bool>> value) =>
        With(name, value is null ? null : JsonSerializer.Serialize(value, EngineJson.Default.IDictionaryStringIDictionaryStringBoolean));

    public QueryString WithEach(string name, IEnumerable<string> values)
    {
        foreach (var value in values ?? [])
            With(name, value);
        return this;
    }

    public override string ToString() => _parts.Count == 0 ? "" : "?" + string.Join('&', _parts);
}
