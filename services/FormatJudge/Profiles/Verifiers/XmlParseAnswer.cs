using System.Text.Json.Nodes;

namespace Judges.Format.Profiles.Verifiers;

/// <summary>The last answer of the last assistant turn that has one.</summary>
internal sealed class XmlParseAnswer : IExtractProfile
{
    public string Name => "verifiers/xml-parse-answer";

    public string Source => "PrimeIntellect-ai/verifiers@a60a606:verifiers/legacy/parsers/xml_parser.py XMLParser.parse_answer";

    public JsonNode? Extract(ProfileSample sample) => sample.AssistantTurns.Reverse()
        .Select(static turn => XmlFields.Last(turn, "answer"))
        .FirstOrDefault(static answer => answer is not null);
}
