namespace Judges.Training.Models.Families;

/// <summary>What sets one family of checkpoints apart: how its config.json describes a decoder, and what it calls the routed layers' tensors.</summary>
/// <param name="ModelType">model_type in config.json</param>
internal sealed record ModelFamily(string ModelType, Func<ConfigFields, DecoderConfig> Shape)
{
    public ExpertNames Experts { get; init; } = ExpertNames.Common;

    /// <summary>Every family the decoder can be assembled as.</summary>
    public static IReadOnlyList<ModelFamily> All { get; } =
    [
        Llama.Family, Qwen2.Family, Qwen3.Family,
        Qwen3Moe.Family, Qwen2Moe.Family, Olmoe.Family, Mixtral.Family, GraniteMoe.Family,
        DeepSeekV2.Family, DeepSeekV3.Family,
    ];

    public static ModelFamily Find(string modelType) => All.FirstOrDefault(family => family.ModelType == modelType)
        ?? throw new NotSupportedException($"There is no model family '{modelType}'; known are {string.Join(", ", All.Select(static family => family.ModelType))}.");
}
