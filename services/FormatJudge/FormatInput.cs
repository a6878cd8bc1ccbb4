using System.Text;
using System.Text.Json;
using Judges.Format.Templates;

namespace Judges.Format;

/// <summary>What of a request is judged: the assistant's turns, each as the one text that the model wrote.</summary>
internal sealed record FormatInput(string Last, IReadOnlyList<string> Earlier)
{
    /// <summary>
    /// Puts together what a chat template or a server took apart: the opening tag that stood in the prompt, the reasoning, the tool calls.
    /// Offsets in the verdict count in the whole.
    /// </summary>
    public static FormatInput Of(GradeFormat request, FormatTemplate template)
    {
        var tag = template.Blocks[0].Tag!;
        var response = Whole(tag, request.Prefilled, request.Reasoning, request.Response, null);
        if (request.Messages is not { } messages)
            return new(response, []);
        string[] turns = [.. messages.Where(static message => message.IsAssistant)
            .Select(message => Whole(tag, request.Prefilled, message.Reasoning, message.Content ?? "", message.ToolCalls))];
        return messages is [.., { IsAssistant: true }] ? new(turns[^1], turns[..^1])
            : request.Response.Length > 0 ? new(response, turns)
            : throw new TemplateException("`messages` must end with the assistant's turn, or `response` must be that turn");
    }

    private static string Whole(string tag, string? prefilled, string? reasoning, string content, IReadOnlyList<JsonElement>? calls)
    {
        if (prefilled is null && reasoning is null && calls is null)
            return content;
        var whole = new StringBuilder(reasoning is null ? prefilled : $"<{tag}>{reasoning}</{tag}>").Append(content);
        foreach (var call in calls ?? [])
            whole.Append("\n<tool_call>\n").Append(call.ValueKind is JsonValueKind.Object && call.TryGetProperty("function", out var function) ? function.GetRawText() : call.GetRawText()).Append("\n</tool_call>");
        return whole.ToString();
    }
}
