using System.Text.Json.Nodes;

namespace Judges.Format.Profiles.Vllm;

/// <summary>
/// What a server makes of R1's text: the opening tag is optional, and without a closing tag everything is reasoning. With <c>streaming</c> it
/// keeps what stands before the opening tag and has null where the other way has an empty text.
/// </summary>
internal sealed class DeepSeekR1Parser : IExtractProfile
{
    private const string Open = "<think>";
    private const string Close = "</think>";

    public string Name => "vllm/deepseek-r1";

    public string Source => "vllm-project/vllm@04dbd8f:tests/reasoning/test_deepseekr1_reasoning_parser.py";

    public JsonNode? Extract(ProfileSample sample)
    {
        var text = sample.Text;
        var streaming = sample.Parameters.Flag("streaming") is true;
        var open = text.IndexOf(Open, StringComparison.Ordinal);
        if (open >= 0)
            text = streaming ? text.Remove(open, Open.Length) : text[(open + Open.Length)..];
        var close = text.IndexOf(Close, StringComparison.Ordinal);
        var reasoning = close < 0 ? text : text[..close];
        var content = close < 0 ? "" : text[(close + Close.Length)..];
        return new JsonObject
        {
            ["reasoning_content"] = streaming && reasoning.Length == 0 ? null : reasoning,
            ["content"] = content.Length == 0 ? null : content,
            ["is_reasoning_end"] = close >= 0,
        };
    }
}
