namespace Judges.Training.Checkpoints;

/// <summary>Where one tensor lies in a safetensors file. Offsets count from the end of the header.</summary>
internal sealed record TensorEntry(string Name, TensorType Type, IReadOnlyList<long> Shape, long Begin, long End)
{
    public long Bytes => End - Begin;
}
