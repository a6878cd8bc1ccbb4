using System.Text.Json;
using Judges.Training.Models;
using Judges.Training.Models.Families;

namespace Trainer.Tests.Models.Families;

public sealed class FamilyConfigTests
{
    private const string Common =
        """
        "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 48,
        "vocab_size": 97, "max_position_embeddings": 64, "num_experts_per_tok": 2
        """;

    [Fact]
    public void Granite_has_its_four_scales()
    {
        var config = Read("granitemoe", """
            "num_local_experts": 8, "embedding_multiplier": 12.0, "residual_multiplier": 0.22, "attention_multiplier": 0.015625, "logits_scaling": 6.0
            """);

        Assert.Equal((12, 0.22, 0.015625, 1 / 6.0), (config.EmbeddingScale, config.ResidualScale, config.AttentionScale, config.LogitScale));
        Assert.Equal((8, 48, 0, RouterScoring.Softmax), (config.Experts, config.ExpertIntermediateSize, config.FirstDenseLayers, config.RouterScoring));
    }

    [Fact]
    public void Qwen2_moe_has_a_gated_shared_expert()
    {
        var config = Read("qwen2_moe", """
            "num_experts": 6, "moe_intermediate_size": 16, "shared_expert_intermediate_size": 40, "norm_topk_prob": false
            """);

        Assert.Equal((1, 40, true), (config.SharedExperts, config.SharedIntermediateSize!.Value, config.GatedSharedExperts));
        Assert.True(config.QueryKeyValueBias);
        Assert.False(config.NormalizeExpertWeights);
    }

    [Fact]
    public void Every_second_layer_of_a_qwen_may_be_dense()
    {
        var config = Read("qwen3_moe", """ "num_experts": 6, "moe_intermediate_size": 16, "decoder_sparse_step": 2 """);

        Assert.Equal([true, false], [config.IsDense(0), config.IsDense(1)]);
    }

    [Fact]
    public void DeepSeek_V2_has_no_groups_when_its_choice_is_greedy()
    {
        const string Sizes = """
            "n_routed_experts": 8, "moe_intermediate_size": 16, "kv_lora_rank": 16, "qk_rope_head_dim": 8, "qk_nope_head_dim": 4, "v_head_dim": 12,
            "n_group": 4, "topk_group": 2
            """;

        Assert.Equal((1, 1), Groups(Read("deepseek_v2", Sizes)));
        Assert.Equal((4, 2), Groups(Read("deepseek_v2", Sizes + """, "topk_method": "group_limited_greedy" """)));
        Assert.Equal(12, Read("deepseek_v2", Sizes).HeadSize);

        static (int, int) Groups(DecoderConfig config) => (config.ExpertGroups, config.GroupsPerToken);
    }

    [Theory]
    [InlineData("gpt2", "\"x\": 1")]
    [InlineData("llama", "\"hidden_act\": \"gelu\"")]
    [InlineData("llama", "\"attention_bias\": true")]
    [InlineData("llama", "\"mlp_bias\": true")]
    [InlineData("llama", "\"rope_scaling\": {\"rope_type\": \"longrope\"}")]
    [InlineData("qwen2", "\"use_sliding_window\": true, \"sliding_window\": 16")]
    [InlineData("olmoe", "\"num_experts\": 4, \"clip_qkv\": 8.0")]
    [InlineData("qwen3_moe", "\"num_experts\": 4, \"moe_intermediate_size\": 8, \"mlp_only_layers\": [1]")]
    public void What_the_decoder_lacks_is_refused(string family, string fields) =>
        Assert.Throws<NotSupportedException>(() => Read(family, fields));

    [Theory]
    [InlineData("olmoe", "\"x\": 1", "num_experts")]
    [InlineData("olmoe", "\"num_experts\": \"many\"", "num_experts")]
    [InlineData("llama", "\"rms_norm_eps\": \"small\"", "rms_norm_eps")]
    public void A_field_that_is_missing_or_wrong_is_named(string family, string fields, string name) =>
        Assert.Contains(name, Assert.Throws<InvalidDataException>(() => Read(family, fields)).Message, StringComparison.Ordinal);

    private static DecoderConfig Read(string family, string fields)
    {
        using var document = JsonDocument.Parse($"{{{Common}, {fields}}}");
        return ModelFamily.Find(family).Shape(new(document.RootElement)).Validated();
    }
}
