using System.Text.Json;
using Judges.Training.Models;
using Judges.Training.Models.Families;
using static TorchSharp.torch;

namespace Judges.Training.Checkpoints.HuggingFace;

/// <summary>
/// A decoder from a Hugging Face directory, and what is needed to write one again: its config.json as it was, and the type each tensor
/// was saved in. Weights are fp32 in memory; every type narrower is exact in it and goes back to the byte.
/// </summary>
public sealed class PretrainedModel : IDisposable
{
    private const int MaxConfigBytes = 10_000_000;
    private readonly string _source;
    private readonly IReadOnlyList<CheckpointSlot> _slots;
    private readonly Dictionary<string, ScalarType> _types = new(StringComparer.Ordinal);

    private PretrainedModel(string source, ModelFamily family, Decoder decoder)
    {
        (_source, Family, Decoder) = (source, family, decoder);
        _slots = [.. CheckpointLayout.Of(decoder.Config, decoder.Parameters, family.Experts)];
    }

    public Decoder Decoder { get; }

    internal ModelFamily Family { get; }

    internal IReadOnlyList<CheckpointSlot> Slots => _slots;

    /// <summary>Throws <see cref="InvalidDataException"/> where the directory is not sound, <see cref="NotSupportedException"/> where the decoder lacks a part.</summary>
    public static PretrainedModel Load(string directory)
    {
        var fields = ReadConfig(Path.Combine(directory, PretrainedDirectory.ConfigFile));
        var family = ModelFamily.Find(fields.ModelType);
        using var shards = ShardSet.Open(directory);
        var model = new PretrainedModel(directory, family, Decoder.Unfilled(family.Shape(fields)));
        try
        {
            model.Fill(shards);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Writes a directory that Hugging Face reads: weights as they are now, everything else as it was loaded.</summary>
    /// <param name="shardBytes">the most bytes of tensors in one file; default 5 GB</param>
    public void Save(string directory, long shardBytes = 5_000_000_000)
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        PretrainedDirectory.CopyDescriptions(_source, directory);
        PretrainedDirectory.WriteWeights(
            directory,
            _slots.Select(slot => new SavedTensor(slot.Name, slot.Part(Decoder.Parameters.All[slot.Parameter]).detach(), _types[slot.Name])),
            shardBytes);
    }

    public void Dispose() => Decoder.Dispose();

    private void Fill(ShardSet shards)
    {
        using var guard = no_grad();
        foreach (var slot in _slots)
        {
            if (!shards.Tensors.TryGetValue(slot.Name, out var saved))
                throw new InvalidDataException($"The checkpoint lacks '{slot.Name}'.");

            using var scope = NewDisposeScope();
            var target = slot.Part(Decoder.Parameters.All[slot.Parameter].detach());
            if (!saved.Entry.Shape.SequenceEqual(target.shape))
                throw new InvalidDataException($"'{slot.Name}' is [{string.Join(", ", saved.Entry.Shape)}] where config.json asks for [{string.Join(", ", target.shape)}].");
            target.copy_(saved.File.Read(saved.Entry));
            _types[slot.Name] = saved.Entry.Type.Scalar;
        }

        string[] unused = [.. shards.Tensors.Keys.Where(name => !_types.ContainsKey(name) && !IsExtra(name)).Order(StringComparer.Ordinal)];
        if (unused.Length > 0)
            throw new InvalidDataException($"The checkpoint holds {unused.Length} tensors that a {Family.ModelType} has no place for, '{unused[0]}' among them.");
    }

    // What need not be loaded: tables that are computed, a head tied to the embeddings, and layers after the last, which predict a second token.
    private bool IsExtra(string name) =>
        name.EndsWith(".rotary_emb.inv_freq", StringComparison.Ordinal)
        || (name == "lm_head.weight" && Decoder.Config.TieEmbeddings)
        || (name.Split('.') is ["model", "layers", var layer, ..] && int.TryParse(layer, out var number) && number >= Decoder.Config.Layers);

    private static ConfigFields ReadConfig(string path)
    {
        if (!File.Exists(path))
            throw new InvalidDataException($"{Path.GetDirectoryName(path)} has no {PretrainedDirectory.ConfigFile}.");
        if (new FileInfo(path).Length > MaxConfigBytes)
            throw new InvalidDataException($"{path} has more than {MaxConfigBytes} bytes.");

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(document.RootElement.Clone())
                : throw new InvalidDataException($"{path} is not an object.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} is not JSON.", exception);
        }
    }
}
