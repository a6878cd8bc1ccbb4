using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Judges.Format.Templates;

/// <summary>Reads templates of the user's own: a YAML or JSON file that maps names to definitions.</summary>
internal static class TemplateFile
{
    /// <exception cref="TemplateException">The file cannot be read or holds no templates; the message says where and why.</exception>
    public static IReadOnlyDictionary<string, TemplateDefinition> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new TemplateException($"FormatJudge:TemplateFile {path}: {fault.Message}");
        }
        catch (TemplateException fault)
        {
            throw new TemplateException($"FormatJudge:TemplateFile {path}: {fault.Message}");
        }
    }

    public static IReadOnlyDictionary<string, TemplateDefinition> Parse(string text)
    {
        // JSON is YAML too: one way in for both.
        string json;
        try
        {
            var read = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().WithDuplicateKeyChecking().Build().Deserialize(text);
            json = new SerializerBuilder().JsonCompatible().Build().Serialize(read);
        }
        catch (YamlException fault)
        {
            throw new TemplateException($"line {fault.Start.Line}: {fault.InnerException?.Message ?? fault.Message}");
        }
        Dictionary<string, TemplateDefinition> templates;
        try
        {
            templates = JsonSerializer.Deserialize(json, TemplateJson.Default.DictionaryStringTemplateDefinition)
                ?? throw new TemplateException("it is empty: it must map names to templates");
        }
        catch (JsonException fault)
        {
            throw new TemplateException(TemplateFault.Explain(fault));
        }
        foreach (var (name, definition) in templates)
        {
            if (definition is null)
                throw new TemplateException($"template `{name}` is empty");
            if (BuiltInTemplates.Definitions.ContainsKey(name))
                throw new TemplateException($"template `{name}` is built in: choose another name");
        }
        return templates;
    }
}
