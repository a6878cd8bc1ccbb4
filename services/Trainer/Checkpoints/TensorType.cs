using static TorchSharp.torch;

namespace Judges.Training.Checkpoints;

/// <summary>An element type of the safetensors format.</summary>
/// <param name="Scalar">the type that it is read into: its own where the tensor library has it, else the narrowest that holds all its values</param>
/// <param name="Narrow">how it is widened, and made narrow again to the byte; null where it need not be</param>
internal sealed record TensorType(string Name, int Bytes, ScalarType Scalar, NarrowType? Narrow = null)
{
    private static readonly TensorType[] s_all =
    [
        new("F64", 8, ScalarType.Float64), new("F32", 4, ScalarType.Float32), new("F16", 2, ScalarType.Float16), new("BF16", 2, ScalarType.BFloat16),
        new("I64", 8, ScalarType.Int64), new("I32", 4, ScalarType.Int32), new("I16", 2, ScalarType.Int16), new("I8", 1, ScalarType.Int8),
        new("U8", 1, ScalarType.Byte), new("BOOL", 1, ScalarType.Bool),
        new("U64", 8, ScalarType.Int64, NarrowType.U64), new("U32", 4, ScalarType.Int64, NarrowType.U32), new("U16", 2, ScalarType.Int32, NarrowType.U16),
        new("F8_E4M3", 1, ScalarType.Float32, NarrowType.E4M3), new("F8_E5M2", 1, ScalarType.Float32, NarrowType.E5M2),
        new("F8_E8M0", 1, ScalarType.Float32, NarrowType.E8M0),
    ];

    public static TensorType? Find(string? name) => Array.Find(s_all, type => type.Name == name);

    public static TensorType Of(ScalarType scalar) =>
        Array.Find(s_all, type => type.Scalar == scalar && type.Narrow is null) ?? throw new NotSupportedException($"Safetensors have no type for {scalar}.");
}
