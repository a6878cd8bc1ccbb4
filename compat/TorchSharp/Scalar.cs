using System.Globalization;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number or truth value as an operator takes it.</summary>
public sealed class Scalar : IDisposable
{
    internal readonly Tag Tag;
    internal readonly long Bits;

    internal Scalar(Tag tag, long bits)
    {
        Tag = tag;
        Bits = bits;
    }

    private Scalar(long value) : this(Tag.Int, value) { }
    private Scalar(double value) : this(Tag.Double, BitConverter.DoubleToInt64Bits(value)) { }

    public static implicit operator Scalar(byte value) => new((long)value);
    public static implicit operator Scalar(sbyte value) => new((long)value);
    public static implicit operator Scalar(short value) => new((long)value);
    public static implicit operator Scalar(int value) => new((long)value);
    public static implicit operator Scalar(long value) => new(value);
    public static implicit operator Scalar(float value) => new((double)value);
    public static implicit operator Scalar(double value) => new(value);
    public static implicit operator Scalar(Half value) => new((double)value);
    public static implicit operator Scalar(BFloat16 value) => new((double)value.ToSingle());
    public static implicit operator Scalar(bool value) => new(Tag.Bool, value ? 1 : 0);

    public ScalarType Type => Tag switch { Tag.Bool => ScalarType.Bool, Tag.Int => ScalarType.Int64, _ => ScalarType.Float64 };

    internal double AsDouble => Tag == Tag.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;
    internal long AsInt64 => Tag == Tag.Double ? (long)AsDouble : Bits;

    /// <summary>Nothing native is held; here because TorchSharp's scalar has it.</summary>
    public void Dispose() { }

    public override string ToString() => Tag switch
    {
        Tag.None => "None",
        Tag.Bool => Bits != 0 ? "True" : "False",
        Tag.Double => AsDouble.ToString("R", CultureInfo.InvariantCulture),
        _ => Bits.ToString(CultureInfo.InvariantCulture),
    };
}
