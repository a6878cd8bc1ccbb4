using System.Buffers;

namespace Judges.Format.Profiles.OpenR1;

/// <summary>The format of open-r1 with a fenced block of the language inside the answer.</summary>
internal sealed class OpenR1CodeFormat : IScoreProfile
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    public string Name => "open-r1/code-format";

    public string Source => "huggingface/open-r1@1416fa0:src/open_r1/rewards.py code_format_reward";

    public double? Score(ProfileSample sample)
    {
        var language = sample.Parameters.Text("language", "python");
        // The peer puts the name into its pattern as it is, so that `c++` says something else there: only names that mean themselves.
        if (language.AsSpan().ContainsAnyExcept(Plain))
            throw new ProfileException("parameter `language` must be letters, digits, `_` and `-`");
        var pattern = Py.Pattern(
            $@"\A<think>\n.*?\n</think>\n<answer>\n.*?```{language}.*?```.*?\n</answer>$", Py.DotAll | Py.Multiline);
        return pattern.IsMatch(sample.Text) ? 1 : 0;
    }
}
