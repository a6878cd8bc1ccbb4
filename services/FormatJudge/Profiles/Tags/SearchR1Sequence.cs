using System.Text.RegularExpressions;

namespace Judges.Format.Profiles.Tags;

/// <summary>The state machine think (search information think)* answer, with only white space between blocks, over the assistant's part.</summary>
internal sealed class SearchR1Sequence : IScoreProfile
{
    private const string Marker = "<|im_start|>assistant";
    private static readonly Regex Tag = Py.Pattern("</?(?:think|search|information|answer)>");

    public string Name => "search-r1/sequence";

    public string Source => "PeterGriffinJin/Search-R1@a14dc3a:verl/utils/reward_score/qa_em_format.py is_valid_sequence";

    public double? Score(ProfileSample sample)
    {
        // A completion alone has no marker: then all of it is the assistant's.
        var start = sample.Text.IndexOf(Marker, StringComparison.Ordinal);
        return IsValid(start < 0 ? sample.Text : sample.Text[(start + Marker.Length)..]) ? 1 : 0;
    }

    private static bool IsValid(string text)
    {
        var (state, at) = ("start", 0);
        foreach (var match in Tag.EnumerateMatches(text))
        {
            if (!IsFree(state) && Py.Strip(text.AsSpan(at, match.Index - at)).Length > 0)
                return false;
            if (Next(state, text.Substring(match.Index, match.Length)) is not { } next)
                return false;
            (state, at) = (next, match.Index + match.Length);
        }
        return state == "end" && Py.Strip(text.AsSpan(at)).Length == 0;
    }

    private static bool IsFree(string state) => state.StartsWith("in_", StringComparison.Ordinal);

    private static string? Next(string state, string tag) => (state, tag) switch
    {
        ("start" or "information", "<think>") => "in_think",
        ("in_think", "</think>") => "after_think",
        ("after_think", "<search>") => "in_search",
        ("in_search", "</search>") => "after_search",
        ("after_search", "<information>") => "in_information",
        ("in_information", "</information>") => "information",
        ("after_think", "<answer>") => "in_answer",
        ("in_answer", "</answer>") => "end",
        _ => null,
    };
}
