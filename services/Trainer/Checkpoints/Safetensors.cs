using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace Judges.Training.Checkpoints;

/// <summary>Reads and writes safetensors files, the format of Hugging Face checkpoints.</summary>
public static class Safetensors
{
    private const int Alignment = 8;

    /// <summary>Every tensor of a file, on the CPU; the caller owns them. Throws <see cref="InvalidDataException"/> where the file is not sound.</summary>
    public static Dictionary<string, Tensor> Read(string path)
    {
        using var file = SafetensorsFile.Open(path);
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var entry in file.Entries)
            tensors.Add(entry.Name, file.Read(entry).DetachFromDisposeScope());
        return tensors;
    }

    /// <summary>Writes a file, tensors in order of name, and waits until the disk has it.</summary>
    /// <param name="format">what the header's metadata call the format; Hugging Face's readers want "pt", null writes none</param>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Tensor>> tensors, string? format = null)
    {
        Write(path, tensors.Select(static tensor => (tensor.Key, tensor.Value, TensorType.Of(tensor.Value.dtype))), format);
    }

    /// <summary>The same with the type that each tensor is written in: its own, or one that is widened in memory.</summary>
    internal static void Write(string path, IEnumerable<(string Name, Tensor Value, TensorType Type)> tensors, string? format = null)
    {
        using var scope = NewDisposeScope();
        var ordered = tensors.OrderBy(static tensor => tensor.Name, StringComparer.Ordinal)
            .Select(static tensor => (tensor.Name, Value: tensor.Value.detach().cpu().to(tensor.Type.Scalar).contiguous(), tensor.Type)).ToList();
        using var file = File.Create(path);
        WriteHeader(file, ordered, format);
        foreach (var (_, value, type) in ordered)
            file.Write(type.Narrow is { } narrow ? Shrunk(value, narrow, type) : value.bytes);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads up to where the data begins.</summary>
    internal static IReadOnlyList<TensorEntry> ReadHeader(FileStream file)
    {
        Span<byte> prefix = stackalloc byte[SafetensorsHeader.PrefixBytes];
        if (file.Length < prefix.Length)
            throw new InvalidDataException($"{file.Name} has {file.Length} bytes, too few for a safetensors file.");

        file.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        var rest = file.Length - prefix.Length;
        if (length > (ulong)Math.Min(rest, SafetensorsHeader.MaxBytes))
            throw new InvalidDataException($"The header of {file.Name} claims {length} bytes; the file has {rest} and a header at most {SafetensorsHeader.MaxBytes}.");

        var json = new byte[length];
        file.ReadExactly(json);
        try
        {
            return SafetensorsHeader.Parse(json, rest - json.Length);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{file.Name}: {exception.Message}", exception);
        }
    }

    private static void WriteHeader(FileStream file, List<(string Name, Tensor Value, TensorType Type)> tensors, string? format)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            long offset = 0;
            json.WriteStartObject();
            if (format is not null)
            {
                json.WriteStartObject(SafetensorsHeader.Metadata);
                json.WriteString("format", format);
                json.WriteEndObject();
            }

            foreach (var (name, value, type) in tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", type.Name);
                WriteNumbers(json, "shape", value.shape);
                WriteNumbers(json, "data_offsets", [offset, offset += value.numel() * type.Bytes]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (buffer.Length % Alignment != 0)
            buffer.WriteByte((byte)' '); // the data then lies aligned
        Span<byte> prefix = stackalloc byte[SafetensorsHeader.PrefixBytes];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, buffer.Length);
        file.Write(prefix);
        buffer.WriteTo(file);
    }

    private static byte[] Shrunk(Tensor value, NarrowType narrow, TensorType type)
    {
        var bytes = new byte[value.numel() * type.Bytes];
        narrow.Shrink(value.bytes, bytes);
        return bytes;
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
