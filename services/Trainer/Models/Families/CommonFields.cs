namespace Judges.Training.Models.Families;

/// <summary>The fields that all families share.</summary>
internal static class CommonFields
{
    /// <summary>A dense decoder; what else a family has, it adds.</summary>
    public static DecoderConfig Read(ConfigFields fields)
    {
        var (layers, heads, hidden) = (fields.Int("num_hidden_layers"), fields.Int("num_attention_heads"), fields.Int("hidden_size"));
        var activation = fields.Text("hidden_act", "silu");
        ConfigFields.Refuse(activation != "silu", $"activation '{activation}'");
        ConfigFields.Refuse(fields.Bool("attention_bias"), "bias on every attention projection");
        ConfigFields.Refuse(fields.Bool("mlp_bias"), "bias in the feed-forward network");
        ConfigFields.Refuse(fields.Double("clip_qkv") is not null, "clipping of queries, keys and values");
        ConfigFields.Refuse(Window(fields) < fields.Int("max_position_embeddings"), "sliding window");
        return new()
        {
            VocabularySize = fields.Int("vocab_size"),
            HiddenSize = hidden,
            Layers = layers,
            FirstDenseLayers = layers,
            Heads = heads,
            KeyValueHeads = fields.Int("num_key_value_heads", heads),
            HeadSize = fields.Int("head_dim", heads > 0 ? hidden / heads : 0),
            DenseIntermediateSize = fields.Int("intermediate_size"),
            RmsNormEpsilon = fields.Double("rms_norm_eps", 1e-6),
            RopeTheta = fields.Double("rope_theta") ?? fields.Section("rope_parameters")?.Double("rope_theta") ?? 10_000,
            RopeScaling = RopeScalingFields.Read(fields),
            TieEmbeddings = fields.Bool("tie_word_embeddings"),
            MaxPositions = fields.Int("max_position_embeddings"),
            InitialStd = fields.Double("initializer_range", 0.02),
            ScaleResidualInit = false,
        };
    }

    /// <summary>The same with softmax-routed experts in every layer and no bias to select them.</summary>
    public static DecoderConfig ReadRouted(ConfigFields fields, string experts, string width, bool normalize) => Read(fields) with
    {
        FirstDenseLayers = 0,
        Experts = fields.Int(experts),
        ExpertsPerToken = fields.Int("num_experts_per_tok"),
        ExpertIntermediateSize = fields.Int(width),
        SharedExperts = 0,
        RouterScoring = RouterScoring.Softmax,
        SelectionBias = false,
        NormalizeExpertWeights = normalize,
        BalanceLossWeight = fields.Double("router_aux_loss_coef", 0.001),
    };

    // Qwen names a window that it uses only where use_sliding_window says so.
    private static int Window(ConfigFields fields) =>
        fields.Bool("use_sliding_window", otherwise: true) ? fields.Int("sliding_window", int.MaxValue) : int.MaxValue;
}
