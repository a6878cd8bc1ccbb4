namespace Judges.Training.Tasks;

/// <summary>The tags of the think/answer format, one token each.</summary>
internal static class ThinkAnswerTokens
{
    public const string ThoughtStart = "<think>";
    public const string ThoughtEnd = "</think>";

    public static IReadOnlyList<string> All { get; } = [ThoughtStart, ThoughtEnd, "<answer>", "</answer>"];
}
