using System.Text.Json.Nodes;

namespace Judges.Format.Profiles.Verifiers;

/// <summary>The text after the last closing tag, stripped; nothing where there is no such tag.</summary>
internal sealed class ThinkParserParse : IExtractProfile
{
    private const string Close = "</think>";

    public string Name => "verifiers/think-parse";

    public string Source => "PrimeIntellect-ai/verifiers@a60a606:verifiers/legacy/parsers/think_parser.py ThinkParser.parse";

    public JsonNode? Extract(ProfileSample sample) => AfterThought(sample.LastTurn ?? "") ?? "";

    public static string? AfterThought(string text) => text.LastIndexOf(Close, StringComparison.Ordinal) is var at and >= 0
        ? Py.Strip(text.AsSpan(at + Close.Length)).ToString()
        : null;
}
