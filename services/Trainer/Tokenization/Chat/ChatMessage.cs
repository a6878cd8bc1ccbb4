using System.Text.Json;

namespace Judges.Training.Tokenization.Chat;

/// <summary>One turn of a conversation.</summary>
/// <param name="Role">system, user, assistant, tool</param>
/// <param name="Content">what was said</param>
public sealed record ChatMessage(string Role, string Content)
{
    /// <summary>Further fields that a template may look at, such as reasoning_content or tool_calls. Default none.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>();
}
