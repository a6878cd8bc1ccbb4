namespace Judges.Training.Tasks;

/// <summary>The tags of the think/answer format, one token each.</summary>
internal static class ThinkAnswerTokens
{
    public static IReadOnlyList<string> All { get; } = ["<think>", "</think>", "<answer>", "</answer>"];
}
