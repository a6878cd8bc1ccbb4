using System.Text.Json;
using System.Text.Json.Nodes;
using Judges.Training.Checkpoints;
using Judges.Training.Checkpoints.HuggingFace;
using static TorchSharp.torch;

namespace Trainer.Tests.Checkpoints.HuggingFace;

public sealed class BlockScalesTests
{
    private const string Quantized = TinyDirectory.Llama + """, "quantization_config": {"quant_method": "fp8", "weight_block_size": [8, 4]}""";
    private const string Weight = "model.layers.0.mlp.up_proj.weight"; // [12, 16]

    [Fact]
    public void A_weight_is_its_numbers_times_the_scale_of_their_block()
    {
        using var directory = new TinyDirectory(Quantized);
        Quantize(directory, [2, 4]);

        using var model = PretrainedModel.Load(directory.Root);

        var read = model.Decoder.Parameters.All[Weight];
        Assert.Equal((1.5f, 3f, 7.5f, 12f), (At(read, 0, 0), At(read, 7, 4), At(read, 8, 3), At(read, 11, 15)));
    }

    [Fact]
    public void It_is_saved_in_bf16_and_read_again_without_its_scales()
    {
        using var directory = new TinyDirectory(Quantized);
        using var copy = new TinyDirectory(TinyDirectory.Llama);
        Quantize(directory, [2, 4]);
        using (var model = PretrainedModel.Load(directory.Root))
            model.Save(copy.Root);

        using var again = PretrainedModel.Load(copy.Root);

        Assert.Equal(12f, At(again.Decoder.Parameters.All[Weight], 11, 15));
        Assert.Equal(ScalarType.BFloat16, Safetensors.Read(copy.At(ShardSet.SingleFile))[Weight].dtype);
        Assert.False(JsonNode.Parse(File.ReadAllText(copy.At("config.json")))!.AsObject().ContainsKey("quantization_config"));
    }

    [Fact]
    public void Scales_of_another_shape_are_refused()
    {
        using var directory = new TinyDirectory(Quantized);
        Quantize(directory, [1, 4]);

        Assert.Contains("_scale_inv", Assert.Throws<InvalidDataException>(() => PretrainedModel.Load(directory.Root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"quant_method": "gptq"}""")]
    [InlineData("""{"quant_method": "fp8"}""")]
    public void Other_quantization_is_refused(string section)
    {
        using var directory = new TinyDirectory($"{TinyDirectory.Llama}, \"quantization_config\": {section}");

        Assert.Throws<NotSupportedException>(() => PretrainedModel.Load(directory.Root));
    }

    [Fact]
    public void How_to_sample_is_read_from_generation_config()
    {
        using var directory = new TinyDirectory(TinyDirectory.Llama + """, "eos_token_id": 7""");
        Assert.Equal((7, true), (GenerationConfig.Read(directory.Root, 5).EosToken, GenerationConfig.Read(directory.Root, 5).Greedy));

        File.WriteAllText(directory.At("generation_config.json"), JsonSerializer.Serialize(new { do_sample = true, temperature = 0.6, top_k = 20, top_p = 0.95, eos_token_id = (int[])[3, 4] }));
        var options = GenerationConfig.Read(directory.Root, 5);

        Assert.Equal((3, 4, false, 0.6, 20, 0.95, 5), (options.EosToken, options.StopTokens[0], options.Greedy, options.Temperature, options.TopK, options.TopP, options.MaxTokens));
    }

    [Fact]
    public void Without_an_end_token_there_is_no_way_to_sample()
    {
        using var directory = new TinyDirectory(TinyDirectory.Llama);

        Assert.Contains("eos_token_id", Assert.Throws<InvalidDataException>(() => GenerationConfig.Read(directory.Root, 5)).Message, StringComparison.Ordinal);
    }

    // All numbers 1.5; the scale of block (r, c) is 4·r + c + 1.
    private static void Quantize(TinyDirectory directory, long[] blocks)
    {
        var path = directory.At(ShardSet.SingleFile);
        var tensors = Safetensors.Read(path).Where(static tensor => tensor.Key != Weight).Select(static tensor => (tensor.Key, tensor.Value, TensorType.Of(tensor.Value.dtype)));
        Safetensors.Write(path, [
            .. tensors,
            (Weight, full(12, 16, 1.5), TensorType.Find("F8_E4M3")!),
            (BlockScales.Of(Weight), tensor(Enumerable.Range(1, (int)(blocks[0] * blocks[1])).Select(static scale => (float)scale).ToArray()).view(blocks), TensorType.Of(ScalarType.Float32)),
        ]);
    }

    private static float At(Tensor tensor, long row, long column) => tensor.detach().select(0, row).select(0, column).item<float>();
}
