using static TorchSharp.torch;

namespace Judges.Training.Checkpoints;

/// <summary>An open safetensors file whose tensors are read one by one, so that a model need not be in memory twice.</summary>
internal sealed class SafetensorsFile : IDisposable
{
    private readonly FileStream _file;
    private readonly long _data; // where the data begins
    private readonly Dictionary<string, TensorEntry> _entries;

    private SafetensorsFile(FileStream file)
    {
        _file = file;
        Entries = Safetensors.ReadHeader(file);
        _entries = Entries.ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
        _data = file.Position;
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
        // The header fits the file exactly: no size in it can ask for more memory than the file is long.
        var tensor = empty([.. entry.Shape], entry.Type.Scalar, CPU);
        _file.Position = _data + entry.Begin;
        _file.ReadExactly(tensor.bytes);
        return tensor;
    }

    public void Dispose() => _file.Dispose();
}
