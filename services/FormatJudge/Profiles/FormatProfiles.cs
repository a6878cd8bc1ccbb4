using System.Collections.Frozen;
using Judges.Format.Lengths;
using Judges.Format.Profiles.Nemo;
using Judges.Format.Profiles.OpenR1;
using Judges.Format.Profiles.RewardKit;
using Judges.Format.Profiles.Tags;
using Judges.Format.Profiles.Trl;
using Judges.Format.Profiles.Verifiers;
using Judges.Format.Profiles.Verl;
using Judges.Format.Profiles.Vllm;

namespace Judges.Format.Profiles;

/// <summary>The profiles that a request can name.</summary>
internal static class FormatProfiles
{
    /// <summary>By name; two of one name are a mistake that stops the process at its start.</summary>
    public static FrozenDictionary<string, IFormatProfile> All { get; } = Patterns.All.Concat(
    [
        new OpenR1TagCount(), new OpenR1ReasoningSteps(), new OpenR1CodeFormat(), new OpenR1Length(), new OpenR1Cosine(), new OpenR1Repetition(),
        new SoftOverlong("open-r1/soft-overlong", "huggingface/open-r1@1416fa0:src/open_r1/rewards.py soft_overlong_punishment_reward"),
        new SoftOverlong("trl/soft-overlong", "huggingface/trl@f2cd577:trl/rewards/other_rewards.py soft_overlong_punishment_reward"),
        new TrlThink(), new TrlThinkOptional(), new TrlCosine(), new TrlRepetition(), new TrlReasoningAccuracy(),
        new ThinkParserFormat(), new ThinkParserParse(), new MaybeThinkParse(), new PlainParse(),
        new XmlFormat(), new XmlParse(), new XmlParseAnswer(),
        new RewardKitReasoningSteps(), new RewardKitSequence(), new RewardKitRepetition(), new RewardKitDiversity(),
        new RewardKitLength(), new RewardKitCosineLength(), new RewardKitJsonSchema(),
        new NemoFormat(), new NemoShaping(), new VerlOverlong(), new ForgeThinking(), new LogicRlStructure(), new SimpleRlFormat(),
        new SearchR1Sequence(), new ToolRlFormat(), new GistCountXml(), new DeepSeekR1Parser(),
        new LengthMeasure(), new CosineMeasure(), new OverlongMeasure(), new RepetitionMeasure(),
    ]).ToFrozenDictionary(static profile => profile.Name, StringComparer.Ordinal);
}
