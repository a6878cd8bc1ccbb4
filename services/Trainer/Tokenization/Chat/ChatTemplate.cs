using System.Text.Json;
using Judges.Training.Tokenization.Chat.Jinja;

namespace Judges.Training.Tokenization.Chat;

/// <summary>
/// How a model wants a conversation written: the Jinja template that its checkpoint brings, run by a small evaluator that has what such
/// templates use and refuses the rest by name. A template comes from anywhere, so that what it may do is bounded.
/// </summary>
public sealed class ChatTemplate
{
    private const int MostCharacters = 1_000_000;
    private readonly IReadOnlyList<Statement> _template;
    private readonly TimeProvider _time;
    private readonly IReadOnlyDictionary<string, string> _specialTokens;

    /// <param name="template">the template's text</param>
    /// <param name="specialTokens">what the names of special tokens, such as bos_token, stand for; null for none</param>
    /// <param name="time">for templates that write today's date; null for the system's</param>
    public ChatTemplate(string template, IReadOnlyDictionary<string, string>? specialTokens = null, TimeProvider? time = null)
    {
        if (template.Length > MostCharacters)
            throw new TemplateException($"The chat template has more than {MostCharacters} characters.");
        _template = TemplateParser.Parse(template);
        (_specialTokens, _time) = (specialTokens ?? new Dictionary<string, string>(), time ?? TimeProvider.System);
    }

    /// <summary>The template of a checkpoint directory; null where it has none.</summary>
    /// <param name="name">which of several; "default" where there is no other</param>
    public static ChatTemplate? Load(string directory, string name = "default", TimeProvider? time = null) => ChatTemplateReader.Read(directory, name) is { } read
        ? new(read.Template, read.SpecialTokens, time)
        : null;

    /// <summary>The conversation as text, special tokens and all: encode it without adding any.</summary>
    /// <param name="addGenerationPrompt">whether the assistant's next turn is begun</param>
    /// <param name="variables">further names that the template looks at, such as tools or enable_thinking</param>
    public string Render(
        IReadOnlyList<ChatMessage> messages, bool addGenerationPrompt = true, IReadOnlyDictionary<string, JsonElement>? variables = null)
    {
        var globals = Globals.Create(_time);
        foreach (var (name, token) in _specialTokens)
            globals.Set(name, token);
        globals.Set("messages", messages.Select(static message => (object?)Message(message)).ToList());
        globals.Set("add_generation_prompt", addGenerationPrompt);
        foreach (var (name, value) in variables ?? new Dictionary<string, JsonElement>())
            globals.Set(name, PythonJson.Read(value));
        return Renderer.Run(_template, globals);
    }

    private static Dictionary<string, object?> Message(ChatMessage message)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal) { ["role"] = message.Role, ["content"] = message.Content };
        foreach (var (name, value) in message.Fields)
            fields[name] = PythonJson.Read(value);
        return fields;
    }
}
