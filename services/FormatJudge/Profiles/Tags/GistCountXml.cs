namespace Judges.Format.Profiles.Tags;

/// <summary>
/// An eighth for each of four tags that stands exactly once with its line breaks, less 0.001 for each character after the last tag. Where the
/// response ends without a line break, the third term's split finds nothing and charges for the whole response.
/// </summary>
internal sealed class GistCountXml : IScoreProfile
{
    public string Name => "gist/count-xml";

    public string Source => "willccbb's GRPO demo, count_xml";

    public (double Worst, double Best) Range(ProfileParams parameters) => (0, 0.5);

    public double? Score(ProfileSample sample)
    {
        var (text, score) = (sample.Text, 0.0);
        if (Py.Count(text, "<think>\n") == 1)
            score += 0.125;
        if (Py.Count(text, "\n</think>\n") == 1)
            score += 0.125;
        if (Py.Count(text, "\n<answer>\n") == 1)
            score += 0.125 - Tail(text, "\n</answer>\n") * 0.001;
        if (Py.Count(text, "\n</answer>") == 1)
            score += 0.125 - (Tail(text, "\n</answer>") - 1) * 0.001;
        return score;
    }

    // len(text.split(piece)[-1]): the pieces are found from the left and do not overlap, though two of them may share a line break.
    private static int Tail(string text, string piece)
    {
        var rest = text.AsSpan();
        while (rest.IndexOf(piece) is var at and >= 0)
            rest = rest[(at + piece.Length)..];
        return Py.Length(rest);
    }
}
