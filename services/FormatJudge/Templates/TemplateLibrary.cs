using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace Judges.Format.Templates;

/// <summary>Finds the template that a request means: built in, from the configured file, or the request's own.</summary>
internal sealed class TemplateLibrary(IReadOnlyDictionary<string, TemplateDefinition> own)
{
    private const string CodePrefix = "think-code:";
    private const int MostRemembered = 256;

    private readonly FrozenDictionary<string, FormatTemplate> _named = BuiltInTemplates.All
        .Concat(own.Select(static pair => KeyValuePair.Create(pair.Key, Compile(pair.Key, pair.Value))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, FormatTemplate> _remembered = new(StringComparer.Ordinal);

    public static TemplateLibrary BuiltIn { get; } = new(new Dictionary<string, TemplateDefinition>());

    public IEnumerable<string> Names => _named.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="TemplateException">There is no such template, or the request's own is none.</exception>
    public FormatTemplate Find(GradeFormat request) => request.Grammar is { } grammar
        ? Remember(grammar.GetRawText(), static json => Compile("grammar", Parse(json)))
        : _named.TryGetValue(request.Template, out var template) ? template
        : request.Template.StartsWith(CodePrefix, StringComparison.Ordinal) && request.Template.Length > CodePrefix.Length
            ? Remember(request.Template, static name => TemplateCompiler.Compile(name, BuiltInTemplates.Code(name[CodePrefix.Length..])))
        : throw new TemplateException($"unknown template `{request.Template}`: there are {string.Join(", ", Names)}");

    public static TemplateDefinition Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TemplateJson.Default.TemplateDefinition) ?? throw new TemplateException("`grammar` must be an object");
        }
        catch (JsonException fault)
        {
            throw new TemplateException($"`grammar`: {TemplateFault.Explain(fault)}");
        }
    }

    private static FormatTemplate Compile(string name, TemplateDefinition definition)
    {
        try
        {
            return TemplateCompiler.Compile(name, definition);
        }
        catch (TemplateException fault)
        {
            throw new TemplateException($"template `{name}`: {fault.Message}");
        }
    }

    // A run asks the same thing a million times; somebody who asks a million things must not fill the memory.
    private FormatTemplate Remember(string key, Func<string, FormatTemplate> compile)
    {
        if (_remembered.TryGetValue(key, out var known))
            return known;
        var template = compile(key);
        if (_remembered.Count >= MostRemembered)
            _remembered.Clear();
        return _remembered[key] = template;
    }
}
