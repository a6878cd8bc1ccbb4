using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Judges.Format.Profiles;
using Judges.Format.Profiles.OpenR1;

namespace Judges.Format.Conformance;

/// <summary>The peers' recorded cases: which profile answers for which function, and which cases are held wrong.</summary>
internal static class PeerCases
{
    private static readonly (string Source, string Function, string Profile)[] Profiles =
    [
        ("open-r1", "format_reward", "open-r1/format"), ("open-r1", "tag_count_reward", "open-r1/tag-count"),
        ("open-r1", "reasoning_steps_reward", "open-r1/reasoning-steps"), ("open-r1", "code_format_reward", "open-r1/code-format"),
        ("open-r1", "cosine_scaled_reward", "open-r1/cosine"), ("open-r1", "repetition_penalty_reward", "open-r1/repetition"),
        ("open-r1", "soft_overlong_punishment_reward", "open-r1/soft-overlong"), ("open-r1", "len_reward", "open-r1/len"),
        ("trl PR", "think_format_reward (proposed)", "trl/think-format-pr7141"), ("trl@", "think_format_reward", "trl/think-format"),
        ("trl@", "cosine_scaled_reward", "trl/cosine"), ("trl@", "repetition_penalty_reward", "trl/repetition"),
        ("trl@", "soft_overlong_punishment_reward", "trl/soft-overlong"), ("trl@", "reasoning_accuracy_reward", "trl/reasoning-accuracy"),
        ("verifiers", "ThinkParser.format_reward", "verifiers/think-format"), ("verifiers", "ThinkParser.parse", "verifiers/think-parse"),
        ("verifiers", "MaybeThinkParser.parse_answer", "verifiers/maybe-think-parse"), ("verifiers", "Parser.parse_answer", "verifiers/parse-answer"),
        ("verifiers", "XMLParser.format_reward", "verifiers/xml-format"), ("verifiers", "XMLParser(think,answer).format_reward", "verifiers/xml-format"),
        ("verifiers", "XMLParser.parse_answer", "verifiers/xml-parse-answer"), ("verifiers", "XMLParser.parse", "verifiers/xml-parse"),
        ("reward-kit", "format_reward", "reward-kit/format"), ("reward-kit", "reasoning_steps_reward", "reward-kit/reasoning-steps"),
        ("reward-kit", "sequence_reward", "reward-kit/sequence"), ("reward-kit", "repetition_penalty_reward", "reward-kit/repetition"),
        ("reward-kit", "diversity_reward", "reward-kit/diversity"), ("reward-kit", "length_reward", "reward-kit/length"),
        ("reward-kit", "cosine_length_reward", "reward-kit/cosine-length"), ("reward-kit", "json_schema_reward", "reward-kit/json-schema"),
        ("torchforge", "ThinkingReward", "torchforge/thinking"), ("NVIDIA-NeMo", "format_reward", "nemo/format"),
        ("NVIDIA-NeMo", "apply_reward_shaping", "nemo/reward-shaping"), ("ms-swift", "Format", "ms-swift/format"),
        ("ms-swift", "ReActFormat", "ms-swift/react"), ("EasyR1", "format_reward", "easy-r1/format"), ("verl@", "format_reward", "verl/geo3k-format"),
        ("Logic-RL", "validate_response_structure", "logic-rl/structure"), ("simpleRL", "format_matched", "simple-rl/format"),
        ("Search-R1", "is_valid_sequence", "search-r1/sequence"), ("ToolRL", "customize_format_reward_func", "tool-rl/format"),
        ("gist", "strict_format_reward_func [no DOTALL]", "gist/strict-format"), ("gist", "soft_format_reward_func [no DOTALL]", "gist/soft-format"),
        ("gist", "count_xml", "gist/count-xml"), ("vllm", "deepseek_r1 ReasoningParser", "vllm/deepseek-r1"),
    ];

    /// <summary>Why a case is held wrong, or null.</summary>
    public static string? HeldWrong(JsonNode row) => Text(row, "function") is "language_consistency_reward"
        ? "reward-kit scores by branches and word lists made for the sentences of its own tests (two are forced to 0.95), so the recorded scores say nothing of a rule"
        : null;

    public static string Profile(JsonNode row) => Profiles
        .Single(known => Text(row, "source").Contains(known.Source, StringComparison.Ordinal) && Text(row, "function") == known.Function).Profile;

    /// <summary>What our profile gives for the case.</summary>
    public static JsonNode? Answer(JsonNode row)
    {
        var profile = FormatProfiles.All[Profile(row)];
        var input = row["input"];
        if (profile is OpenR1Length)
        {
            var lengths = input!.AsArray().Select(text => text!.ToString().Length).ToArray();
            return new JsonArray([.. OpenR1Length.Score(lengths, [.. row["params"]!["correct"]!.AsArray().Select(flag => flag!.GetValue<bool>())])
                .Select(score => (JsonNode)score)]);
        }
        var parameters = (JsonObject)row["params"]!.DeepClone();
        foreach (var name in new[] { "reward_in", "truncated" })
        {
            if (input is JsonObject given && given[name] is { } value)
                parameters[name] = value.DeepClone();
        }
        var sample = new ProfileSample(input is JsonValue ? Whole(input.ToString()) : "", new ProfileParams(JsonElement.Parse(parameters.ToJsonString())))
        {
            Messages = (input as JsonArray)?.Select(turn => new ChatMessage(turn!["role"]!.ToString(), turn["content"]?.ToString())).ToArray(),
            Tokens = (int?)(input as JsonObject)?["length_tokens"],
            TokenIds = ((input as JsonObject)?["token_ids"] as JsonArray)?.Select(id => (int)id!).ToArray(),
        };
        return profile is IScoreProfile scoring ? scoring.Score(sample) : ((IExtractProfile)profile).Extract(sample);
    }

    /// <summary>Numbers agree to 1e-9; of reward-kit's result the score is compared.</summary>
    public static bool Agrees(JsonNode? expected, JsonNode? answer) => (expected is JsonObject result && result["score"] is { } score ? score : expected, answer) switch
    {
        (null, null) => true,
        (JsonArray want, JsonArray got) => want.Count == got.Count && want.Zip(got).All(pair => Agrees(pair.First, pair.Second)),
        (JsonValue want, JsonValue got) when want.TryGetValue<double>(out var number) => got.TryGetValue<double>(out var ours) && Math.Abs(number - ours) <= 1e-9,
        var (want, got) => JsonNode.DeepEquals(want, got),
    };

    // One input of torchforge's is recorded as its beginning and its length: a thought of one letter, closed.
    private static string Whole(string recorded)
    {
        const string close = "</think>";
        return recorded.IndexOf("...(len ", StringComparison.Ordinal) is var cut and > 0
            ? recorded[..cut].PadRight(int.Parse(recorded[(cut + 8)..^1], CultureInfo.InvariantCulture) - close.Length, recorded[cut - 1]) + close
            : recorded;
    }

    private static string Text(JsonNode row, string name) => row[name]!.ToString();
}
