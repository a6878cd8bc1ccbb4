namespace Judges.Training.Models.Families;

/// <summary>DeepSeek-V3 and R1, and Moonlight: sigmoid scores with a selection bias. Its head for a second token: <see cref="SecondTokenHead"/>.</summary>
internal static class DeepSeekV3
{
    public static ModelFamily Family { get; } = new("deepseek_v3", static fields =>
        DeepSeekFields.Read(fields) with { NormalizeExpertWeights = fields.Bool("norm_topk_prob", otherwise: true) });
}
