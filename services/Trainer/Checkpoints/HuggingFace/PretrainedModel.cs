using Judges.Training.Models;
using Judges.Training.Models.Families;
using static TorchSharp.torch;

namespace Judges.Training.Checkpoints.HuggingFace;

/// <summary>
/// A decoder from a Hugging Face directory, and what is needed to write one again: its config.json as it was, and the type each tensor
/// was saved in. Weights are fp32 in memory; every type narrower is exact in it and goes back to the byte. Only weights that were quantized block
/// by block, as DeepSeek-V3's are, are saved in bf16.
/// </summary>
public sealed class PretrainedModel : IDisposable
{
    private readonly string _source;
    private readonly IReadOnlyList<CheckpointSlot> _slots;
    private readonly Dictionary<string, TensorType> _types = new(StringComparer.Ordinal);
    private readonly BlockScales? _scales;
    private readonly List<SavedTensor> _kept = []; // of layers after the last, which predict a second token
    private Dictionary<string, CheckpointSlot> _headSlots = [];
    private SecondTokenHead? _head;

    private PretrainedModel(string source, ModelFamily family, Decoder decoder, BlockScales? scales)
    {
        (_source, Family, Decoder, _scales) = (source, family, decoder, scales);
        _slots = [.. CheckpointLayout.Of(decoder.Config, decoder.Parameters, family.Experts)];
    }

    public Decoder Decoder { get; }

    internal ModelFamily Family { get; }

    internal IReadOnlyList<CheckpointSlot> Slots => _slots;

    /// <summary>Throws <see cref="InvalidDataException"/> where the directory is not sound, <see cref="NotSupportedException"/> where the decoder lacks a part.</summary>
    public static PretrainedModel Load(string directory)
    {
        var fields = JsonFields.Read(directory, PretrainedDirectory.ConfigFile);
        var family = ModelFamily.Find(fields.ModelType);
        using var shards = ShardSet.Open(directory);
        var model = new PretrainedModel(directory, family, Decoder.Unfilled(family.Shape(fields)), BlockScales.Read(fields));
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

    /// <summary>
    /// The head that predicts a second token, where the checkpoint has one; null where not. It is made at the first call and belongs to
    /// this model, which saves it with the rest. Throws <see cref="InvalidDataException"/> where a part of it is missing or of another shape.
    /// </summary>
    public SecondTokenHead? SecondToken()
    {
        if (_head is not null || !_kept.Exists(tensor => tensor.Name == $"model.layers.{Decoder.Config.Layers}.eh_proj.weight"))
            return _head;

        using var guard = no_grad();
        var head = new SecondTokenHead(Decoder, seed: null);
        try
        {
            var slots = CheckpointLayout.Of(Decoder.Config, head.Parameters, Family.Experts).ToDictionary(static slot => slot.Name, StringComparer.Ordinal);
            foreach (var slot in slots.Values)
            {
                using var scope = NewDisposeScope();
                var saved = _kept.Find(tensor => tensor.Name == slot.Name) ?? throw new InvalidDataException($"The checkpoint's head for a second token lacks '{slot.Name}'.");
                var target = slot.Part(head.Parameters.All[slot.Parameter].detach());
                RefuseOtherShape(slot.Name, saved.Value.shape, target.shape);
                target.copy_(saved.Value);
            }

            (_head, _headSlots) = (head, slots);
            return _head;
        }
        catch
        {
            head.Dispose();
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
        if (_scales is not null)
            PretrainedDirectory.RemoveQuantization(directory);
        PretrainedDirectory.WriteWeights(
            directory,
            _slots.Select(slot => new SavedTensor(slot.Name, slot.Part(Decoder.Parameters.All[slot.Parameter]).detach(), _types[slot.Name])).Concat(_kept.Select(AsItIs)),
            shardBytes);
    }

    private SavedTensor AsItIs(SavedTensor kept) =>
        _headSlots.TryGetValue(kept.Name, out var slot) ? kept with { Value = slot.Part(_head!.Parameters.All[slot.Parameter]).detach() } : kept;

    public void Dispose()
    {
        _head?.Dispose();
        Decoder.Dispose();
        _kept.ForEach(static tensor => tensor.Value.Dispose());
    }

    private void Fill(ShardSet shards)
    {
        using var guard = no_grad();
        foreach (var slot in _slots)
        {
            if (!shards.Tensors.TryGetValue(slot.Name, out var saved))
                throw new InvalidDataException($"The checkpoint lacks '{slot.Name}'.");

            using var scope = NewDisposeScope();
            var target = slot.Part(Decoder.Parameters.All[slot.Parameter].detach());
            RefuseOtherShape(slot.Name, saved.Entry.Shape, target.shape);
            (var value, _types[slot.Name]) = Value(shards, slot.Name, saved.File, saved.Entry);
            target.copy_(value);
        }

        Keep(shards);
        string[] unused = [.. shards.Tensors.Keys.Where(name => !_types.ContainsKey(name) && !IsExtra(name) && _scales?.Used(name) != true).Order(StringComparer.Ordinal)];
        if (unused.Length > 0)
            throw new InvalidDataException($"The checkpoint holds {unused.Length} tensors that a {Family.ModelType} has no place for, '{unused[0]}' among them.");
    }

    private static void RefuseOtherShape(string name, IEnumerable<long> saved, long[] asked)
    {
        if (!saved.SequenceEqual(asked))
            throw new InvalidDataException($"'{name}' is [{string.Join(", ", saved)}] where config.json asks for [{string.Join(", ", asked)}].");
    }

    // In the type they were saved in where the tensor library has it.
    private void Keep(ShardSet shards)
    {
        foreach (var (name, saved) in shards.Tensors.Where(tensor => IsAfterLast(tensor.Key) && !(_scales is not null && BlockScales.AreScales(tensor.Key))))
        {
            using var scope = NewDisposeScope();
            var (value, type) = Value(shards, name, saved.File, saved.Entry);
            _kept.Add(new(name, (type.Narrow is null ? value.to(type.Scalar) : value).DetachFromDisposeScope(), type));
            _types[name] = type;
        }
    }

    private (Tensor Value, TensorType Type) Value(ShardSet shards, string name, SafetensorsFile file, TensorEntry entry)
    {
        var value = file.Read(entry);
        return _scales is not null && shards.Tensors.TryGetValue(BlockScales.Of(name), out var scales)
            ? (_scales.Apply(name, value, scales.File.Read(scales.Entry)), TensorType.Of(ScalarType.BFloat16))
            : (value, entry.Type);
    }

    // What need not be loaded: tables that are computed, and a head tied to the embeddings.
    private bool IsExtra(string name) =>
        name.EndsWith(".rotary_emb.inv_freq", StringComparison.Ordinal) || (name == "lm_head.weight" && Decoder.Config.TieEmbeddings);

    private bool IsAfterLast(string name) =>
        name.Split('.') is ["model", "layers", var layer, ..] && int.TryParse(layer, out var number) && number >= Decoder.Config.Layers;
}
