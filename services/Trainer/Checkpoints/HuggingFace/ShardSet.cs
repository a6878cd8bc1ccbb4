using System.Text.Json;

namespace Judges.Training.Checkpoints.HuggingFace;

/// <summary>The safetensors files of a checkpoint directory: one, or several that an index lists.</summary>
internal sealed class ShardSet : IDisposable
{
    public const string SingleFile = "model.safetensors";
    public const string IndexFile = "model.safetensors.index.json";
    private const long MaxIndexBytes = 100_000_000;

    private readonly Dictionary<string, SafetensorsFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SafetensorsFile File, TensorEntry Entry)> _tensors = new(StringComparer.Ordinal);

    private ShardSet()
    {
    }

    public IReadOnlyDictionary<string, (SafetensorsFile File, TensorEntry Entry)> Tensors => _tensors;

    /// <summary>Throws <see cref="InvalidDataException"/> where index and files are not sound or do not agree.</summary>
    public static ShardSet Open(string directory)
    {
        var shards = new ShardSet();
        try
        {
            var index = Path.Combine(directory, IndexFile);
            if (File.Exists(index))
                shards.AddIndexed(directory, index);
            else
                shards.Add(directory, SingleFile);
            return shards;
        }
        catch
        {
            shards.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    private void AddIndexed(string directory, string index)
    {
        var places = ReadIndex(index);
        foreach (var shard in places.Values.Distinct(StringComparer.Ordinal))
            Add(directory, shard);
        foreach (var (name, shard) in places)
        {
            if (_files[shard].Find(name) is null)
                throw new InvalidDataException($"{IndexFile} places '{name}' in {shard}, which does not hold it.");
        }

        if (_tensors.Keys.FirstOrDefault(name => !places.ContainsKey(name)) is { } unlisted)
            throw new InvalidDataException($"'{unlisted}' is in a shard but not in {IndexFile}.");
    }

    private void Add(string directory, string shard)
    {
        // A name from an index is one from anywhere: it may not lead out of the directory.
        if (shard != Path.GetFileName(shard) || !shard.EndsWith(".safetensors", StringComparison.Ordinal))
            throw new InvalidDataException($"{IndexFile} names '{shard}', which is not a safetensors file beside it.");

        var path = Path.Combine(directory, shard);
        if (!File.Exists(path))
            throw new InvalidDataException($"{directory} lacks {shard}.");

        var file = SafetensorsFile.Open(path);
        _files.Add(shard, file);
        foreach (var entry in file.Entries)
        {
            if (!_tensors.TryAdd(entry.Name, (file, entry)))
                throw new InvalidDataException($"'{entry.Name}' is in {shard} and in another shard.");
        }
    }

    private static Dictionary<string, string> ReadIndex(string path)
    {
        if (new FileInfo(path).Length > MaxIndexBytes)
            throw new InvalidDataException($"{IndexFile} has more than {MaxIndexBytes} bytes.");

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            return document.RootElement.GetProperty("weight_map").EnumerateObject()
                .ToDictionary(static property => property.Name, static property => property.Value.GetString() ?? "", StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{IndexFile} is not an index as Hugging Face has it.", exception);
        }
    }
}
