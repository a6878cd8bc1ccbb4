using System.IO.MemoryMappedFiles;
using static TorchSharp.torch;

namespace Judges.Training.Checkpoints;

/// <summary>An open safetensors file, mapped into memory, whose tensors are copied out one by one: a model need not be in memory twice.</summary>
internal sealed unsafe class SafetensorsFile : IDisposable
{
    private const long MostElementsAtOnce = 1 << 26; // a span counts bytes in an int

    private readonly FileStream _file;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _data; // where the data begins
    private readonly Dictionary<string, TensorEntry> _entries;

    private SafetensorsFile(FileStream file)
    {
        _file = file;
        Entries = Safetensors.ReadHeader(file);
        _entries = Entries.ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
        _map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _data);
        _data += _view.PointerOffset + file.Position;
    }

    /// <summary>In the order of the data.</summary>
    public IReadOnlyList<TensorEntry> Entries { get; }

    /// <summary>Throws <see cref="InvalidDataException"/> where the file is not sound.</summary>
    public static SafetensorsFile Open(string path)
    {
        var file = File.OpenRead(path);
        try
        {
            return new(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public TensorEntry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>The tensor on the CPU, in the current dispose scope.</summary>
    public Tensor Read(TensorEntry entry)
    {
        // The header fits the file exactly: no size in it can ask for more memory than a few times the file.
        var tensor = empty([.. entry.Shape], entry.Type.Scalar, CPU);
        using var scope = NewDisposeScope();
        var (flat, count) = (tensor.view(-1), tensor.numel());
        for (long start = 0; start < count; start += MostElementsAtOnce)
        {
            var length = Math.Min(MostElementsAtOnce, count - start);
            var source = new ReadOnlySpan<byte>(_data + entry.Begin + start * entry.Type.Bytes, (int)(length * entry.Type.Bytes));
            var target = flat.narrow(0, start, length).bytes;
            if (entry.Type.Narrow is { } narrow)
                Widen(entry, narrow, source, target);
            else
                source.CopyTo(target);
        }

        return tensor;
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _map.Dispose();
        _file.Dispose();
    }

    private static void Widen(TensorEntry entry, NarrowType narrow, ReadOnlySpan<byte> source, Span<byte> target)
    {
        try
        {
            narrow.Widen(source, target);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"Tensor '{entry.Name}': {exception.Message}", exception);
        }
    }
}
