namespace Judges.Training.Models.Families;

/// <summary>DeepSeek-V2 and V2-Lite: softmax scores without a bias, scaled where they are not made to sum to one.</summary>
internal static class DeepSeekV2
{
    public static ModelFamily Family { get; } = new("deepseek_v2", Shape);

    private static DecoderConfig Shape(ConfigFields fields)
    {
        var config = DeepSeekFields.Read(fields);
        var method = fields.Text("topk_method", "greedy");
        ConfigFields.Refuse(method is not ("greedy" or "group_limited_greedy"), $"topk_method '{method}'");
        return config with
        {
            RouterScoring = RouterScoring.Softmax,
            SelectionBias = false,
            ExpertGroups = method == "greedy" ? 1 : config.ExpertGroups,
            GroupsPerToken = method == "greedy" ? 1 : config.GroupsPerToken,
            RoutedScaling = config.NormalizeExpertWeights ? 1 : config.RoutedScaling,
        };
    }
}
