namespace Judges.Training.Models.Families;

/// <summary>rope_scaling of a config.json, called rope_parameters since version 5 of Hugging Face's library.</summary>
internal static class RopeScalingFields
{
    public static RopeScaling? Read(ConfigFields fields)
    {
        if ((fields.Section("rope_scaling") ?? fields.Section("rope_parameters")) is not { } scaling)
            return null;

        var name = scaling.Text("rope_type", scaling.Text("type", "default"));
        if (name == "default")
            return null;

        RopeScalingKind? kind = name switch
        {
            "linear" => RopeScalingKind.Linear,
            "llama3" => RopeScalingKind.Llama3,
            "yarn" => RopeScalingKind.Yarn,
            _ => null,
        };
        ConfigFields.Refuse(kind is null, $"rope scaling '{name}'");
        return new(kind!.Value, scaling.Double("factor", 1))
        {
            OriginalPositions = scaling.Int("original_max_position_embeddings", fields.Int("max_position_embeddings")),
            LowFrequencyFactor = scaling.Double("low_freq_factor", 1),
            HighFrequencyFactor = scaling.Double("high_freq_factor", 4),
            BetaFast = scaling.Double("beta_fast", 32),
            BetaSlow = scaling.Double("beta_slow", 1),
            Mscale = scaling.Double("mscale"),
            MscaleAllDimensions = scaling.Double("mscale_all_dim", 0),
            AttentionFactor = scaling.Double("attention_factor"),
        };
    }
}
