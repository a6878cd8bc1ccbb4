namespace Judges.Format.Profiles;

/// <summary>
/// The peers whose reward is one regular expression. Python's <c>re.match</c> is <c>\A</c> in front, <c>re.fullmatch</c> is <c>\z</c> behind
/// as well; a <c>$</c> under MULTILINE matches at every line's end, so whatever follows on later lines goes unseen.
/// </summary>
internal static class Patterns
{
    public static IEnumerable<IFormatProfile> All { get; } =
    [
        new PatternProfile("open-r1/format", "huggingface/open-r1@1416fa0:src/open_r1/rewards.py format_reward",
            Py.Pattern(@"\A<think>\n.*?\n</think>\n<answer>\n.*?\n</answer>$", Py.DotAll | Py.Multiline)),
        new PatternProfile("ms-swift/format", "modelscope/ms-swift@3602360:swift/rewards/orm.py Format",
            Py.Pattern(@"\A<think>.*?</think>\s*<answer>.*?</answer>\z", Py.DotAll)),
        new PatternProfile("ms-swift/react", "modelscope/ms-swift@3602360:swift/rewards/orm.py ReActFormat",
            Py.Pattern(@"\A<think>.*?</think>\s*Action:.*?Action Input:.*?$", Py.DotAll | Py.Multiline)),
        new PatternProfile("easy-r1/format", "hiyouga/EasyR1@b44b311:examples/reward_function/r1v.py format_reward",
            Py.Pattern(@"\A<think>.*?</think>\s*<answer>.*?</answer>\z", Py.DotAll)),
        new PatternProfile("verl/geo3k-format", "volcengine/verl@b178a3c:verl/utils/reward_score/geo3k.py format_reward",
            Py.Pattern(@"\A<think>.*</think>.*\\boxed\{.*\}.*\z", Py.DotAll)),
        new PatternProfile("reward-kit/format", "fw-ai-external/reward-kit@9889152:reward_kit/rewards/format.py format_reward",
            Py.Pattern(@"\A<think>\n.*?</think>\n<answer>\n.*?</answer>$", Py.DotAll)),
        // Without DOTALL: a thought of two lines earns nothing.
        new PatternProfile("gist/strict-format", "willccbb's GRPO demo, strict_format_reward_func",
            Py.Pattern(@"\A<think>\n.*?\n</think>\n<answer>\n.*?\n</answer>\n$"), 0.5),
        new PatternProfile("gist/soft-format", "willccbb's GRPO demo, soft_format_reward_func",
            Py.Pattern(@"\A<think>.*?</think>\s*<answer>.*?</answer>"), 0.5),
    ];
}
