using System.Text.Json;
using Judges.Training.Checkpoints;
using Judges.Training.Checkpoints.HuggingFace;
using Judges.Training.Models;
using Judges.Training.Models.Families;

namespace Trainer.Tests.Checkpoints.HuggingFace;

/// <summary>A checkpoint directory with random weights, as a family has it.</summary>
internal sealed class TinyDirectory : IDisposable
{
    public const string Llama = """ "model_type": "llama", "tie_word_embeddings": true """;

    public const string Granite = """
        "model_type": "granitemoe", "num_local_experts": 4, "embedding_multiplier": 2.0, "residual_multiplier": 0.5, "attention_multiplier": 0.2,
        "logits_scaling": 3.0, "tie_word_embeddings": true
        """;

    public const string Qwen2Moe = """
        "model_type": "qwen2_moe", "num_experts": 4, "moe_intermediate_size": 6, "shared_expert_intermediate_size": 10, "mlp_only_layers": [0]
        """;

    public const string DeepSeekV3 = """
        "model_type": "deepseek_v3", "q_lora_rank": 6, "kv_lora_rank": 5, "qk_nope_head_dim": 4, "qk_rope_head_dim": 2, "v_head_dim": 3,
        "first_k_dense_replace": 1, "n_routed_experts": 4, "moe_intermediate_size": 6, "n_shared_experts": 1, "routed_scaling_factor": 1.5
        """;

    private const string Sizes = """
        "hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 12,
        "vocab_size": 20, "max_position_embeddings": 32, "num_experts_per_tok": 2, "initializer_range": 0.3
        """;

    public TinyDirectory(string fields)
    {
        File.WriteAllText(At("config.json"), $"{{{Sizes}, {fields}}}");
        using var document = JsonDocument.Parse(File.ReadAllBytes(At("config.json")));
        var family = ModelFamily.Find(new ConfigFields(document.RootElement).ModelType);
        Original = new Decoder(family.Shape(new(document.RootElement)), seed: 5);
        Safetensors.Write(At(ShardSet.SingleFile), CheckpointLayout.Of(Original.Config, Original.Parameters, family.Experts)
            .Select(slot => KeyValuePair.Create(slot.Name, slot.Part(Original.Parameters.All[slot.Parameter].detach()))));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("checkpoint").FullName;

    /// <summary>The decoder whose weights the directory holds.</summary>
    public Decoder Original { get; }

    public string At(string file) => Path.Combine(Root, file);

    public void Dispose()
    {
        Original.Dispose();
        Directory.Delete(Root, recursive: true);
    }
}
