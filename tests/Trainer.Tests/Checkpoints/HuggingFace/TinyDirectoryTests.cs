using Judges.Training.Checkpoints;
using Judges.Training.Checkpoints.HuggingFace;
using Judges.Training.Models;
using Judges.Training.Models.Families;
using TorchSharp;
using static TorchSharp.torch;

namespace Trainer.Tests.Checkpoints.HuggingFace;

public sealed class TinyDirectoryTests
{
    [Theory]
    [InlineData(TinyDirectory.Llama, "model.layers.1.mlp.up_proj.weight")]
    [InlineData(TinyDirectory.Granite, "model.layers.1.block_sparse_moe.input_linear.weight")]
    [InlineData(TinyDirectory.Qwen2Moe, "model.layers.1.mlp.shared_expert_gate.weight")]
    [InlineData(TinyDirectory.Qwen2Moe, "model.layers.1.mlp.shared_expert.up_proj.weight")]
    [InlineData(TinyDirectory.Qwen2Moe, "model.layers.1.mlp.experts.3.down_proj.weight")]
    public void A_loaded_model_computes_what_the_saved_one_did(string fields, string tensor)
    {
        using var directory = new TinyDirectory(fields);
        using var model = PretrainedModel.Load(directory.Root);
        var tokens = arange(12).to(ScalarType.Int64).view(2, 6);

        Assert.Contains(tensor, model.Slots.Select(static slot => slot.Name));
        Assert.Equal(Tiny.Values(directory.Original.Logits(tokens)), Tiny.Values(model.Decoder.Logits(tokens)));
    }

    [Fact]
    public void What_is_trained_is_what_is_saved()
    {
        using var directory = new TinyDirectory(TinyDirectory.Granite);
        using (var model = PretrainedModel.Load(directory.Root))
        {
            using (no_grad())
                model.Decoder.Parameters.All["model.layers.0.mlp.experts.down_proj"].add_(1);
            model.Save(directory.Root, shardBytes: 2000);
        }

        using var again = PretrainedModel.Load(directory.Root);
        var moved = again.Decoder.Parameters.All["model.layers.0.mlp.experts.down_proj"] - directory.Original.Parameters.All["model.layers.0.mlp.experts.down_proj"];
        Assert.Equal(1, moved.mean().ToDouble(), 1e-6);
        Assert.False(File.Exists(directory.At(ShardSet.SingleFile)));
    }

    [Fact]
    public void A_head_that_predicts_a_second_token_goes_back_to_the_byte()
    {
        using var directory = new TinyDirectory(TinyDirectory.Llama);
        var tensors = new Dictionary<string, Tensor>(Safetensors.Read(directory.At(ShardSet.SingleFile)));
        tensors.Add("model.layers.2.eh_proj.weight", randn(16, 32).to(ScalarType.BFloat16));
        tensors.Add("model.layers.2.shared_head.norm.weight", randn(16));
        Safetensors.Write(directory.At(ShardSet.SingleFile), tensors);
        var saved = Path.Combine(directory.Root, "saved");

        using (var model = PretrainedModel.Load(directory.Root))
            model.Save(saved);

        var again = Safetensors.Read(Path.Combine(saved, ShardSet.SingleFile));
        Assert.Equal(tensors.Keys.Order(StringComparer.Ordinal), again.Keys.Order(StringComparer.Ordinal));
        Assert.All(tensors, tensor =>
        {
            Assert.Equal(tensor.Value.dtype, again[tensor.Key].dtype);
            Assert.Equal(tensor.Value.bytes.ToArray(), again[tensor.Key].bytes.ToArray());
        });
    }

    [Fact]
    public void A_head_that_predicts_a_second_token_runs_and_is_saved_as_it_is()
    {
        using var directory = new TinyDirectory(TinyDirectory.DeepSeekV3);
        using var original = new SecondTokenHead(directory.Original, seed: 9);
        WithHead(directory, original);
        var tokens = arange(12).to(ScalarType.Int64).view(2, 6);
        var saved = Path.Combine(directory.Root, "saved");

        using (var model = PretrainedModel.Load(directory.Root))
        {
            var head = model.SecondToken();
            Assert.Same(head, model.SecondToken());
            Assert.Equal(Tiny.Values(original.Logits(tokens)), Tiny.Values(head!.Logits(tokens)));
            using (no_grad())
                head.Parameters.All["model.layers.2.eh_proj.weight"].add_(1);
            model.Save(saved);
        }

        var moved = Safetensors.Read(Path.Combine(saved, ShardSet.SingleFile))["model.layers.2.eh_proj.weight"] - original.Parameters.All["model.layers.2.eh_proj.weight"];
        Assert.Equal(1, moved.mean().ToDouble(), 1e-6);
    }

    [Fact]
    public void A_head_that_is_not_there_is_null_and_half_a_head_is_refused()
    {
        using var directory = new TinyDirectory(TinyDirectory.DeepSeekV3);
        using (var model = PretrainedModel.Load(directory.Root))
            Assert.Null(model.SecondToken());
        using var original = new SecondTokenHead(directory.Original, seed: 9);
        WithHead(directory, original, without: "model.layers.2.hnorm.weight");

        using var half = PretrainedModel.Load(directory.Root);

        Assert.Contains("model.layers.2.hnorm.weight", Assert.Throws<InvalidDataException>(() => half.SecondToken()).Message, StringComparison.Ordinal);
    }

    private static void WithHead(TinyDirectory directory, SecondTokenHead head, string? without = null)
    {
        var tensors = new Dictionary<string, Tensor>(Safetensors.Read(directory.At(ShardSet.SingleFile)));
        foreach (var slot in CheckpointLayout.Of(directory.Original.Config, head.Parameters, ExpertNames.Common).Where(slot => slot.Name != without))
            tensors.Add(slot.Name, slot.Part(head.Parameters.All[slot.Parameter].detach()));
        Safetensors.Write(directory.At(ShardSet.SingleFile), tensors);
    }

    [Fact]
    public void A_tensor_that_is_missing_unknown_or_of_another_shape_is_named()
    {
        using var directory = new TinyDirectory(TinyDirectory.Llama);
        var whole = Safetensors.Read(directory.At(ShardSet.SingleFile));

        Assert.Contains("'model.norm.weight'", Refusal(tensors => tensors.Remove("model.norm.weight")), StringComparison.Ordinal);
        Assert.Contains("'surplus'", Refusal(tensors => tensors.Add("surplus", ones(1))), StringComparison.Ordinal);
        Assert.Contains("[3]", Refusal(tensors => tensors["model.norm.weight"] = ones(3)), StringComparison.Ordinal);

        string Refusal(Action<Dictionary<string, Tensor>> change)
        {
            var changed = new Dictionary<string, Tensor>(whole);
            change(changed);
            Safetensors.Write(directory.At(ShardSet.SingleFile), changed);
            return Assert.Throws<InvalidDataException>(() => PretrainedModel.Load(directory.Root)).Message;
        }
    }

    [Theory]
    [InlineData("""{"weight_map": {"a": "../model.safetensors"}}""", "beside it")]
    [InlineData("""{"weight_map": {"a": "model.bin"}}""", "beside it")]
    [InlineData("""{"weight_map": {"a": "absent.safetensors"}}""", "lacks")]
    [InlineData("""{"weight_map": {"a": "model.safetensors"}}""", "does not hold")]
    [InlineData("""{"weight_map": {"model.norm.weight": "model.safetensors"}}""", "not in")]
    [InlineData("""{"weight_map": ["a"]}""", "not an index")]
    [InlineData("""{"weight_map": {"a": 3}}""", "not an index")]
    [InlineData("""{}""", "not an index")]
    [InlineData("[", "not an index")]
    public void An_index_that_does_not_fit_is_refused(string index, string reason)
    {
        using var directory = new TinyDirectory(TinyDirectory.Llama);
        File.WriteAllText(directory.At(ShardSet.IndexFile), index);

        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => PretrainedModel.Load(directory.Root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    public void A_config_that_is_none_is_refused(string config)
    {
        using var directory = new TinyDirectory(TinyDirectory.Llama);
        File.WriteAllText(directory.At("config.json"), config);

        Assert.Throws<InvalidDataException>(() => PretrainedModel.Load(directory.Root));
    }
}
