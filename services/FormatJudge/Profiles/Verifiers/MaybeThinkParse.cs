using System.Text.Json.Nodes;

namespace Judges.Format.Profiles.Verifiers;

/// <summary>The text after the last closing tag, or all of it where there is none.</summary>
internal sealed class MaybeThinkParse : IExtractProfile
{
    public string Name => "verifiers/maybe-think-parse";

    public string Source => "PrimeIntellect-ai/verifiers@a60a606:verifiers/legacy/parsers/maybe_think_parser.py MaybeThinkParser";

    public JsonNode? Extract(ProfileSample sample) => sample.AssistantTurns.LastOrDefault() is { } turn
        ? ThinkParserParse.AfterThought(turn) ?? Py.Strip(turn).ToString()
        : null;
}
