namespace Judges.Format.Conformance;

/// <summary>Hostile requests without end: what models and attackers write, cut, doubled, swapped and mixed, from a seed.</summary>
internal sealed class ResponseMutator(int seed)
{
    private const int Longest = 600;

    private static readonly string[] Pieces =
    [
        "<think>", "</think>", "<answer>", "</answer>", "<Think>", "< think >", "＜think＞", "&lt;think&gt;", "<think depth=\"1\">", "<tool_call>", "</tool_call>",
        "<reasoning>", "</reasoning>", "<information>", """{"name":"f","arguments":{"x":[1,2,{"y":null}]}}""", "{\"a\":", "[[[[", "```python\n", "```", "~~~",
        @"\boxed{", @"\boxed{\frac{1}{2}}", "}", "$", "$$", @"\(", @"\text{", "\n\n", "\n", " ", "\t", "a", "the answer is 4. ", "因为这是对的，", "Это верно. ", "สวัสดี",
        "\u200B", "\uFEFF", "\u202E", "\uD83D", "\uDE00", "😀", "e\u0301", "\0", "Step 1: ", "Action: Action Input: ", "https://example.org/a?b=c", "1,024", "`x`", "<", ">", "&", "/",
    ];

    private static readonly string[] Templates = ["think-answer", "think-only", "think-boxed", "reasoning-answer", "think-code", "think-code:python", "tool-call", "multi-turn"];

    private static readonly string[] Starts =
    [
        "<think>a</think><answer>b</answer>",
        "<think>\nFirst, 2 + 2. Then it follows that the sum is 4.\n</think>\n<answer>\n\\boxed{4}\n</answer>",
        "<think>call it</think>\n<tool_call>\n{\"name\":\"f\",\"arguments\":{}}\n</tool_call>",
        "<think>so</think><answer>\n```python\nprint(1)\n```\n</answer>",
        "",
    ];

    private readonly Random _random = new(seed);

    public GradeFormat Next(IReadOnlyList<string> profiles)
    {
        var text = Starts[_random.Next(Starts.Length)];
        for (var changes = _random.Next(12); changes > 0; changes--)
            text = Change(text);
        var request = new GradeFormat
        {
            Response = text,
            Template = Templates[_random.Next(Templates.Length)],
            Credit = _random.Next(2) == 0 ? FormatCredit.Checks : FormatCredit.Exact,
            Language = _random.Next(4) == 0 ? "en" : null,
            FinishReason = _random.Next(4) switch { 0 => FinishReason.Length, 1 => FinishReason.Stop, _ => null },
            Prefilled = _random.Next(8) == 0 ? "<think>" : null,
            Tokens = 5,
            TokenIds = [1, 2, 1, 2, 3],
        };
        return _random.Next(3) == 0 ? request with { Profile = profiles[_random.Next(profiles.Count)] } : request;
    }

    private string Change(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, _random.Next(20));
        var changed = _random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text[at..] + text[..at],
            _ => text.Insert(at, Pieces[_random.Next(Pieces.Length)]),
        };
        return changed.Length <= Longest ? changed : changed[..Longest];
    }
}
