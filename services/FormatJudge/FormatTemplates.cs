using System.Collections.Frozen;

namespace Judges.Format;

/// <summary>The templates that a request can name.</summary>
internal static class FormatTemplates
{
    private static readonly Block Thought = new("thought", "think");
    private static readonly Block Answer = new("answer", "answer");
    private static readonly Block Rest = new("answer", null);

    /// <summary><c>&lt;think>thought&lt;/think> &lt;answer>answer&lt;/answer></c> and nothing else.</summary>
    public static FormatTemplate ThinkAnswer { get; } = new("think-answer", [Thought, Answer],
    [
        new OpensWith("opensWithThink", "think"),
        new OpensOnce("thinkOpensOnce", "think"),
        new ClosesOnce("thinkClosesOnce", "think"),
        new NotEmpty("thoughtNotEmpty", Thought),
        new Follows("answerFollows", "answer", "think"),
        new OpensOnce("answerOpensOnce", "answer"),
        new ClosesOnce("answerClosesOnce", "answer"),
        new NotEmpty("answerNotEmpty", Answer),
        new NothingOutside("nothingOutside"),
        new ClosesWith("closesWithAnswer", "answer"),
        new Differs("answerDiffersFromThought", Answer, Thought),
    ]);

    /// <summary><c>&lt;think>thought&lt;/think> answer</c>.</summary>
    public static FormatTemplate ThinkOnly { get; } = new("think-only", [Thought, Rest],
    [
        new OpensWith("opensWithThink", "think"),
        new OpensOnce("thinkOpensOnce", "think"),
        new ClosesOnce("thinkClosesOnce", "think"),
        new NotEmpty("thoughtNotEmpty", Thought),
        new NotEmpty("answerNotEmpty", Rest),
        new Differs("answerDiffersFromThought", Rest, Thought),
    ]);

    public static FrozenDictionary<string, FormatTemplate> All { get; } =
        new[] { ThinkAnswer, ThinkOnly }.ToFrozenDictionary(static template => template.Name, StringComparer.Ordinal);
}
