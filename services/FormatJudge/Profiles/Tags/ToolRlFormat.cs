using System.Text.RegularExpressions;

namespace Judges.Format.Profiles.Tags;

/// <summary>The blocks that the gold answer has: thought and response, thought and tool call, all three, or the thought alone.</summary>
internal sealed class ToolRlFormat : IScoreProfile
{
    private const string Thought = @"\A<think>.*?</think>";
    private const string Call = @"\n<tool_call>\n.*?\n</tool_call>";
    private const string Reply = @"\n<response>.*?</response>";

    private static readonly Regex ThoughtOnly = Py.Pattern(Thought + "$", Py.DotAll);
    private static readonly Regex Called = Py.Pattern(Thought + Call + "$", Py.DotAll);
    private static readonly Regex Replied = Py.Pattern(Thought + Reply + "$", Py.DotAll);
    private static readonly Regex Both = Py.Pattern(Thought + Call + Reply + "$", Py.DotAll);

    public string Name => "tool-rl/format";

    public string Source => "qiancheng0/ToolRL@8cee13e:verl/utils/reward_score/rlla.py customize_format_reward_func";

    public (double Worst, double Best) Range(ProfileParams parameters) => (parameters.Number("min", 0), parameters.Number("max", 1));

    public double? Score(ProfileSample sample)
    {
        var gold = sample.Parameters.Text("answer", "");
        var (replies, calls) = (gold.Contains("<response>", StringComparison.Ordinal), gold.Contains("<tool_call>", StringComparison.Ordinal));
        var pattern = (replies, calls) switch
        {
            (true, true) => Both,
            (true, false) => Replied,
            (false, true) => Called,
            _ => ThoughtOnly,
        };
        var holds = pattern.IsMatch(sample.Text)
            && (!replies || Once(sample.Text, "response"))
            && (!calls || Once(sample.Text, "tool_call"));
        var (worst, best) = Range(sample.Parameters);
        return holds ? best : worst;
    }

    private static bool Once(string text, string tag) => Py.Count(text, $"<{tag}>") == 1 && Py.Count(text, $"</{tag}>") == 1;
}
