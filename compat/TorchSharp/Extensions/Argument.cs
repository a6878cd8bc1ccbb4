using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>One argument of an ATen operator: whatever an operator takes converts to it.</summary>
public readonly struct Argument
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly Tag Tag;

    private Argument(Tag tag, object? reference, long bits = 0)
    {
        Tag = tag;
        Reference = reference;
        Bits = bits;
    }

    /// <summary>An argument left out: None in the schema.</summary>
    public static Argument None => default;

    public static implicit operator Argument(Tensor? value) => value is null ? default : new(Tag.Tensor, value);
    public static implicit operator Argument(Tensor?[]? value) => value is null ? default : new(Tag.TensorList, value);
    public static implicit operator Argument(long value) => new(Tag.Int, null, value);
    public static implicit operator Argument(long? value) => value is { } present ? new(Tag.Int, null, present) : default;
    public static implicit operator Argument(long[]? value) => value is null ? default : new(Tag.IntList, value);
    public static implicit operator Argument(double value) => new(Tag.Double, null, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Argument(double? value) => value is { } present ? present : default(Argument);
    public static implicit operator Argument(double[]? value) => value is null ? default : new(Tag.DoubleList, value);
    public static implicit operator Argument(bool value) => new(Tag.Bool, null, value ? 1 : 0);
    public static implicit operator Argument(bool[]? value) => value is null ? default : new(Tag.BoolList, value);
    public static implicit operator Argument(string? value) => value is null ? default : new(Tag.String, value);
    public static implicit operator Argument(Scalar? value) => value is null ? default : new(value.Tag, null, value.Bits);
    public static implicit operator Argument(Scalar[]? value) => value is null ? default : new(Tag.ScalarList, value);
    public static implicit operator Argument(ScalarType value) => new(Tag.Int, null, (long)value);
    public static implicit operator Argument(ScalarType? value) => value is { } present ? present : default(Argument);
    public static implicit operator Argument(Device? value) => value is null ? default : new(Tag.Device, null, ((long)value.type << 32) | (uint)value.index);
    public static implicit operator Argument(Generator? value) => value is null ? default : new(Tag.Generator, value);

    /// <summary>A list in which null stands for None, as in the indices of aten::index.</summary>
    public static Argument Optionals(params Tensor?[] value) => new(Tag.OptionalTensorList, value);
}
