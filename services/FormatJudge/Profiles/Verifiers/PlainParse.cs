using System.Text.Json.Nodes;

namespace Judges.Format.Profiles.Verifiers;

/// <summary>The last assistant turn as it is.</summary>
internal sealed class PlainParse : IExtractProfile
{
    public string Name => "verifiers/parse-answer";

    public string Source => "PrimeIntellect-ai/verifiers@a60a606:verifiers/legacy/parsers/parser.py Parser.parse_answer";

    public JsonNode? Extract(ProfileSample sample) => sample.AssistantTurns.LastOrDefault();
}
