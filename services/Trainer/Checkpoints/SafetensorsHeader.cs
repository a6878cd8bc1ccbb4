using System.Text.Json;

namespace Judges.Training.Checkpoints;

/// <summary>
/// The table of contents of a safetensors file: 8 bytes of length, little-endian, then JSON. A file may come from anywhere, so
/// everything in it is doubted: entries must tile the data exactly, without overlap, hole or remainder.
/// </summary>
internal static class SafetensorsHeader
{
    public const int PrefixBytes = 8;
    public const long MaxBytes = 100_000_000;
    public const string Metadata = "__metadata__";

    /// <summary>Reads the JSON of a header whose data is <paramref name="dataBytes"/> long; entries come in the order of the data.</summary>
    public static IReadOnlyList<TensorEntry> Parse(ReadOnlyMemory<byte> json, long dataBytes)
    {
        try
        {
            if (json.Span is not [(byte)'{', ..])
                throw new InvalidDataException("The header does not begin with '{'.");
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            var header = Require(document.RootElement, JsonValueKind.Object, "The header");
            if (header.TryGetProperty(Metadata, out var metadata))
                CheckMetadata(metadata);
            return Tiled(header.EnumerateObject()
                .Where(static property => property.Name != Metadata)
                .Select(static property => Entry(property.Name, property.Value)), dataBytes);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The header is not JSON as safetensors have it.", exception);
        }
    }

    // Texts by name, nothing else: what a reader may show without looking twice.
    private static void CheckMetadata(JsonElement metadata)
    {
        foreach (var property in Require(metadata, JsonValueKind.Object, Metadata).EnumerateObject())
            Require(property.Value, JsonValueKind.String, $"'{property.Name}' in {Metadata}");
    }

    private static List<TensorEntry> Tiled(IEnumerable<TensorEntry> entries, long dataBytes)
    {
        var ordered = entries.OrderBy(static entry => entry.Begin).ThenBy(static entry => entry.End).ToList();
        long end = 0;
        foreach (var entry in ordered)
        {
            if (entry.Begin != end)
                throw new InvalidDataException($"Tensor '{entry.Name}' begins at {entry.Begin} where {end} was due: the data has a hole or an overlap.");
            end = entry.End;
        }

        return end == dataBytes ? ordered : throw new InvalidDataException($"The tensors take {end} bytes, the file holds {dataBytes}.");
    }

    private static TensorEntry Entry(string name, JsonElement value)
    {
        Require(value, JsonValueKind.Object, $"Tensor '{name}'");
        var type = TensorType.Find(Member(name, value, "dtype", JsonValueKind.String).GetString())
            ?? throw new InvalidDataException($"Tensor '{name}' has an unknown type, {value.GetProperty("dtype")}.");
        var shape = Numbers(name, Member(name, value, "shape", JsonValueKind.Array));
        var offsets = Numbers(name, Member(name, value, "data_offsets", JsonValueKind.Array));
        if (offsets.Length != 2 || offsets[1] < offsets[0])
            throw new InvalidDataException($"Tensor '{name}' has no valid data_offsets.");

        var entry = new TensorEntry(name, type, shape, offsets[0], offsets[1]);
        return Size(name, type, shape) == entry.Bytes
            ? entry
            : throw new InvalidDataException($"Tensor '{name}' has {entry.Bytes} bytes of data, which is not the size of {type.Name}[{string.Join(", ", shape)}].");
    }

    private static long Size(string name, TensorType type, long[] shape)
    {
        try
        {
            return shape.Aggregate((long)type.Bytes, static (product, size) => checked(product * size));
        }
        catch (OverflowException)
        {
            throw new InvalidDataException($"Tensor '{name}' has an impossible shape.");
        }
    }

    private static long[] Numbers(string name, JsonElement array) =>
    [
        .. array.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var number) && number >= 0
            ? number
            : throw new InvalidDataException($"Tensor '{name}' has a size or an offset that is no count: {item}.")),
    ];

    private static JsonElement Member(string name, JsonElement tensor, string member, JsonValueKind kind) =>
        tensor.TryGetProperty(member, out var value)
            ? Require(value, kind, $"'{member}' of tensor '{name}'")
            : throw new InvalidDataException($"Tensor '{name}' lacks '{member}'.");

    private static JsonElement Require(JsonElement value, JsonValueKind kind, string what) =>
        value.ValueKind == kind ? value : throw new InvalidDataException($"{what} is {value.ValueKind} where {kind} was due.");
}
