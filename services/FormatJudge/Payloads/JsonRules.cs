using System.Text.Json;
using Json.Schema;
using Judges.Format.Templates;

namespace Judges.Format.Payloads;

/// <summary>A JSON Schema, read once.</summary>
internal sealed class JsonRules
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    private readonly JsonSchema _schema;

    /// <exception cref="TemplateException">The schema is none, or uses what cannot be run over hostile text.</exception>
    public JsonRules(string where, JsonElement schema)
    {
        Refuse(where, schema);
        try
        {
            // A registry of its own: two requests may give two schemas one `$id`. Nothing is fetched.
            _schema = JsonSchema.Build(schema, new BuildOptions { SchemaRegistry = new SchemaRegistry() });
            // A reference that leads nowhere shows only when it is followed.
            _schema.Evaluate(JsonElement.Parse("null"), Options);
        }
        catch (Exception fault) when (fault is JsonSchemaException or RefResolutionException or ArgumentException or JsonException)
        {
            throw new TemplateException($"`{where}` is no JSON Schema: {fault.Message}");
        }
    }

    /// <summary>What the value breaks, as <c>/path: sentence</c>, or null.</summary>
    public string? Broken(JsonElement value)
    {
        var results = _schema.Evaluate(value, Options);
        if (results.IsValid)
            return null;
        foreach (var result in (results.Details ?? []).Prepend(results))
        {
            if (result.Errors is { Count: > 0 } errors)
                return $"{result.InstanceLocation}: {errors.Values.First()}";
        }
        return "the schema does not allow it";
    }

    // A pattern's engine backtracks: a policy could write a text over which it runs for years. And nothing is fetched.
    private static void Refuse(string where, JsonElement schema)
    {
        if (schema.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in schema.EnumerateArray())
                Refuse(where, item);
        }
        if (schema.ValueKind is not JsonValueKind.Object)
            return;
        foreach (var member in schema.EnumerateObject())
        {
            if (member is { Name: "pattern", Value.ValueKind: JsonValueKind.String } or { Name: "patternProperties", Value.ValueKind: JsonValueKind.Object })
                throw new TemplateException($"`{where}`: `{member.Name}` cannot be used, as its regular expression would run over the policy's text without a bound");
            if (member is { Name: "$ref" or "$dynamicRef", Value.ValueKind: JsonValueKind.String } && !member.Value.GetString()!.StartsWith('#'))
                throw new TemplateException($"`{where}`: `{member.Name}` must point into the schema itself, as in #/$defs/name");
            Refuse(where, member.Value);
        }
    }
}
