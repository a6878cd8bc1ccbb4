namespace Judges.Format.Profiles.Verifiers;

/// <summary>
/// Per assistant turn 0.4 × fields present ÷ fields, 0.2 for the first field's opening tag in front, 0.2 for the last field's closing tag at the
/// end, and 0.2 for a spacing test that nothing fails: the empty text has 0.2.
/// </summary>
internal sealed class XmlFormat : IScoreProfile
{
    public string Name => "verifiers/xml-format";

    public string Source => "PrimeIntellect-ai/verifiers@a60a606:verifiers/legacy/parsers/xml_parser.py XMLParser";

    public double? Score(ProfileSample sample)
    {
        var fields = XmlFields.Names(sample.Parameters);
        return sample.AssistantTurns.Select(turn => Score(turn, fields)).DefaultIfEmpty(0).Average();
    }

    private static double Score(string turn, IReadOnlyList<string> fields)
    {
        var score = 0.0;
        if (fields.Any(field => XmlFields.First(turn, field) is not null))
            score += 0.4 * fields.Count(field => IsMentioned(turn, field)) / fields.Count;
        score += 0.2;
        var stripped = Py.Strip(turn);
        if (stripped.StartsWith($"<{fields[0]}>"))
            score += 0.2;
        if (stripped.EndsWith($"</{fields[^1]}>"))
            score += 0.2;
        return score;
    }

    private static bool IsMentioned(string turn, string field) =>
        turn.Contains($"<{field}>", StringComparison.Ordinal) || turn.Contains($"</{field}>", StringComparison.Ordinal);
}
