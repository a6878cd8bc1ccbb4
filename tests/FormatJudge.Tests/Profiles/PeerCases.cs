using System.Text.Json;
using System.Text.Json.Nodes;
using Judges;
using Judges.Format.Profiles;

namespace FormatJudge.Tests.Profiles;

/// <summary>The peers' recorded cases: which profile answers for which function, and what of a case is not reproduced.</summary>
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

    /// <summary>Why a case is not reproduced, or null.</summary>
    public static string? Excluded(JsonNode row) => (Text(row, "source"), Text(row, "function")) switch
    {
        (_, "language_consistency_reward") => "the peer has branches for the very sentences of its own tests; there is no rule to reproduce",
        (_, "ThinkingReward") when row["input"]!.ToString().Contains("...(len ", StringComparison.Ordinal) => "the recorded input is an abridgement of the one that was scored",
        _ => null,
    };

    public static string Profile(JsonNode row) => Profiles
        .Single(known => Text(row, "source").Contains(known.Source, StringComparison.Ordinal) && Text(row, "function") == known.Function).Profile;

    /// <summary>What our profile gives for the case.</summary>
    public static JsonNode? Answer(JsonNode row)
    {
        var profile = FormatProfiles.All[Profile(row)];
        var input = row["input"];
        if (profile.Name == "open-r1/len")
        {
            var lengths = input!.AsArray().Select(text => text!.ToString().Length).ToArray();
            return new JsonArray([.. Judges.Format.Profiles.OpenR1.OpenR1Length.Score(lengths, [.. row["params"]!["correct"]!.AsArray().Select(flag => flag!.GetValue<bool>())])
                .Select(score => (JsonNode)score)]);
        }
        var parameters = (JsonObject)row["params"]!.DeepClone();
        foreach (var name in new[] { "reward_in", "truncated" })
        {
            if (input is JsonObject given && given[name] is { } value)
                parameters[name] = value.DeepClone();
        }
        var sample = new ProfileSample(input is JsonValue ? input.ToString() : "", new ProfileParams(JsonElement.Parse(parameters.ToJsonString())))
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

    private static string Text(JsonNode row, string name) => row[name]!.ToString();
}
