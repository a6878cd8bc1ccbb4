using static TorchSharp.torch;

namespace Judges.Training.Checkpoints;

/// <summary>An element type of the safetensors format that the tensor library has too.</summary>
internal sealed record TensorType(string Name, int Bytes, ScalarType Scalar)
{
    private static readonly TensorType[] s_all =
    [
        new("F64", 8, ScalarType.Float64), new("F32", 4, ScalarType.Float32), new("F16", 2, ScalarType.Float16), new("BF16", 2, ScalarType.BFloat16),
        new("I64", 8, ScalarType.Int64), new("I32", 4, ScalarType.Int32), new("I16", 2, ScalarType.Int16), new("I8", 1, ScalarType.Int8),
        new("U8", 1, ScalarType.Byte), new("BOOL", 1, ScalarType.Bool),
    ];

    public static TensorType? Find(string? name) => Array.Find(s_all, type => type.Name == name);

    public static TensorType Of(ScalarType scalar) =>
        Array.Find(s_all, type => type.Scalar == scalar) ?? throw new NotSupportedException($"Safetensors have no type for {scalar}.");
}
