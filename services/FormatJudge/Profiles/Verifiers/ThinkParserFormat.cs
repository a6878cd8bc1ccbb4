namespace Judges.Format.Profiles.Verifiers;

/// <summary>The share of assistant turns that begin with the one opening tag and hold one closing tag with something after it.</summary>
internal sealed class ThinkParserFormat : IScoreProfile
{
    public string Name => "verifiers/think-format";

    public string Source => "PrimeIntellect-ai/verifiers@a60a606:verifiers/legacy/parsers/think_parser.py ThinkParser";

    public double? Score(ProfileSample sample) =>
        sample.AssistantTurns.Select(static turn => Follows(turn) ? 1.0 : 0).DefaultIfEmpty(0).Average();

    private static bool Follows(string turn) =>
        Py.Strip(turn).StartsWith("<think>")
            && Py.Count(turn, "<think>") == 1
            && Py.Count(turn, "</think>") == 1
            && ThinkParserParse.AfterThought(turn) is { Length: > 0 };
}
