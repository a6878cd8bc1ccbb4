using Judges.Training.Checkpoints.HuggingFace;

namespace Trainer.Tests.Checkpoints.HuggingFace;

public sealed class PretrainedModelTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("pretrained").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("hf-llama")]
    [InlineData("hf-qwen2")]
    [InlineData("hf-qwen3")]
    [InlineData("hf-qwen3_moe")]
    [InlineData("hf-olmoe")]
    [InlineData("hf-mixtral")]
    [InlineData("hf-deepseek_v2_lite")]
    [InlineData("hf-deepseek_v3")]
    [InlineData("sharded-qwen3_moe")]
    public void A_round_trip_keeps_every_tensor_to_the_byte(string name)
    {
        var source = SharedData.Trainer(name);
        using (var model = PretrainedModel.Load(source))
            model.Save(_directory);

        Assert.Equal(Bytes(source), Bytes(_directory));
        Assert.Equal(File.ReadAllBytes(Path.Combine(source, "config.json")), File.ReadAllBytes(Path.Combine(_directory, "config.json")));
    }

    [Fact]
    public void A_model_too_large_for_one_file_is_written_in_shards()
    {
        var source = SharedData.Trainer("hf-qwen3_moe");
        using (var model = PretrainedModel.Load(source))
            model.Save(_directory, shardBytes: 50_000);

        Assert.True(Directory.GetFiles(_directory, "model-*-of-*.safetensors").Length > 1);
        Assert.Equal(Bytes(source), Bytes(_directory));
    }

    private static SortedDictionary<string, string> Bytes(string directory)
    {
        using var shards = ShardSet.Open(directory);
        var bytes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, (file, entry)) in shards.Tensors)
        {
            using var tensor = file.Read(entry);
            bytes.Add(name, $"{entry.Type.Name} [{string.Join(", ", entry.Shape)}] {Convert.ToHexString(tensor.bytes)}");
        }

        return bytes;
    }
}
