using System.Text.Json;
using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace Judges.Training.Checkpoints.HuggingFace;

/// <param name="Value">in whatever type it is trained</param>
/// <param name="Type">the type to save it in</param>
internal sealed record SavedTensor(string Name, Tensor Value, TensorType Type)
{
    public long Bytes => Value.numel() * Type.Bytes;
}

/// <summary>Writes the files of a Hugging Face directory.</summary>
internal static class PretrainedDirectory
{
    public const string ConfigFile = "config.json";
    private const string Format = "pt";
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    // What travels with the weights unchanged.
    private static readonly string[] s_descriptions =
    [
        ConfigFile, "generation_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
        "vocab.json", "merges.txt", "added_tokens.json", "chat_template.jinja",
    ];

    public static void CopyDescriptions(string source, string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var name in s_descriptions)
        {
            var (from, to) = (Path.Combine(source, name), Path.Combine(directory, name));
            if (File.Exists(from) && Path.GetFullPath(from) != Path.GetFullPath(to))
                File.Copy(from, to, overwrite: true);
        }
    }

    /// <summary>Takes out of config.json what says that the weights are quantized, once they are not any more.</summary>
    public static void RemoveQuantization(string directory)
    {
        var path = Path.Combine(directory, ConfigFile);
        var config = JsonNode.Parse(File.ReadAllBytes(path))!.AsObject();
        config.Remove(BlockScales.ConfigSection);
        config["torch_dtype"] = "bfloat16";
        File.WriteAllText(path, config.ToJsonString(s_indented));
    }

    /// <summary>In order of name, as many to a file as fit; with more than one file, an index beside them.</summary>
    public static void WriteWeights(string directory, IEnumerable<SavedTensor> tensors, long shardBytes)
    {
        var shards = Divide(tensors.OrderBy(static tensor => tensor.Name, StringComparer.Ordinal), shardBytes);
        foreach (var stale in Directory.EnumerateFiles(directory, "model*.safetensors").Append(Path.Combine(directory, ShardSet.IndexFile)))
            File.Delete(stale);
        if (shards is [var only])
        {
            Write(Path.Combine(directory, ShardSet.SingleFile), only);
            return;
        }

        var names = new string[shards.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = $"model-{i + 1:D5}-of-{names.Length:D5}.safetensors";
            Write(Path.Combine(directory, names[i]), shards[i]);
        }

        WriteIndex(Path.Combine(directory, ShardSet.IndexFile), names, shards);
    }

    private static List<List<SavedTensor>> Divide(IEnumerable<SavedTensor> tensors, long shardBytes)
    {
        List<List<SavedTensor>> shards = [[]];
        long filled = 0;
        foreach (var tensor in tensors)
        {
            if (shards[^1].Count > 0 && filled + tensor.Bytes > shardBytes)
            {
                shards.Add([]);
                filled = 0;
            }

            shards[^1].Add(tensor);
            filled += tensor.Bytes;
        }

        return shards;
    }

    private static void Write(string path, List<SavedTensor> tensors)
    {
        using var scope = NewDisposeScope();
        Safetensors.Write(path, tensors.Select(static tensor => (tensor.Name, tensor.Value, tensor.Type)), Format);
    }

    private static void WriteIndex(string path, string[] names, List<List<SavedTensor>> shards)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("metadata");
        json.WriteNumber("total_size", shards.Sum(static shard => shard.Sum(static tensor => tensor.Bytes)));
        json.WriteEndObject();
        json.WriteStartObject("weight_map");
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var tensor in shards[i])
                json.WriteString(tensor.Name, names[i]);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
