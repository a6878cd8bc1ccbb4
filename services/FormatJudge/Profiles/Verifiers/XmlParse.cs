using System.Text.Json.Nodes;

namespace Judges.Format.Profiles.Verifiers;

/// <summary>Each field's first content, or null.</summary>
internal sealed class XmlParse : IExtractProfile
{
    public string Name => "verifiers/xml-parse";

    public string Source => "PrimeIntellect-ai/verifiers@a60a606:verifiers/legacy/parsers/xml_parser.py XMLParser.parse";

    public JsonNode? Extract(ProfileSample sample)
    {
        var found = new JsonObject();
        foreach (var field in XmlFields.Names(sample.Parameters))
            found[field] = XmlFields.First(sample.LastTurn ?? "", field);
        return found;
    }
}
