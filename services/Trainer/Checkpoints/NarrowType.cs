using System.Runtime.InteropServices;

namespace Judges.Training.Checkpoints;

/// <summary>Elements that the tensor library has no type for: what is in the file ↔ what is in memory. The one is exact in the other.</summary>
internal sealed record NarrowType(NarrowType.Conversion Widen, NarrowType.Conversion Shrink)
{
    internal delegate void Conversion(ReadOnlySpan<byte> from, Span<byte> to);

    public static NarrowType U16 { get; } = Whole<ushort, int>(static value => value, static value => checked((ushort)value));

    public static NarrowType U32 { get; } = Whole<uint, long>(static value => value, static value => checked((uint)value));

    public static NarrowType U64 { get; } = Whole<ulong, long>(static value => checked((long)value), static value => checked((ulong)value));

    /// <summary>Four bits of exponent, three of fraction, no infinity (arXiv 2209.05433).</summary>
    public static NarrowType E4M3 { get; } = Eight(static code => (code & 0x7F) == 0x7F
        ? float.NaN
        : (code & 0x80) == 0 ? Magnitude(code & 0x7F) : -Magnitude(code & 0x7F));

    /// <summary>Five bits of exponent, two of fraction: the upper half of a half.</summary>
    public static NarrowType E5M2 { get; } = Eight(static code => (float)BitConverter.UInt16BitsToHalf((ushort)(code << 8)));

    /// <summary>A power of two: the scales of the microscaling formats.</summary>
    public static NarrowType E8M0 { get; } = Eight(static code => code == 0xFF ? float.NaN : (float)Math.Pow(2, code - 127));

    private static float Magnitude(int code)
    {
        var (exponent, fraction) = (code >> 3, code & 7);
        return (float)(exponent == 0 ? fraction / 8.0 * Math.Pow(2, -6) : (1 + fraction / 8.0) * Math.Pow(2, exponent - 7));
    }

    private static NarrowType Whole<TFile, TMemory>(Func<TFile, TMemory> widen, Func<TMemory, TFile> shrink)
        where TFile : unmanaged
        where TMemory : unmanaged
    {
        return new(
            (from, to) => Convert(from, to, widen),
            (from, to) => Convert(from, to, shrink));

        static void Convert<TFrom, TTo>(ReadOnlySpan<byte> from, Span<byte> to, Func<TFrom, TTo> convert)
            where TFrom : unmanaged
            where TTo : unmanaged
        {
            var source = MemoryMarshal.Cast<byte, TFrom>(from);
            var target = MemoryMarshal.Cast<byte, TTo>(to);
            try
            {
                for (var i = 0; i < source.Length; i++)
                    target[i] = convert(source[i]);
            }
            catch (OverflowException exception)
            {
                throw new InvalidDataException($"A value does not fit from {typeof(TFrom).Name} into {typeof(TTo).Name}.", exception);
            }
        }
    }

    private static NarrowType Eight(Func<int, float> value)
    {
        // A NaN carries its code, so that it goes back to the same byte.
        int[] bits = [.. Enumerable.Range(0, 256).Select(code => value(code) is var number && float.IsNaN(number)
            ? (code & 0x80) << 24 | 0x7FC00000 | code
            : BitConverter.SingleToInt32Bits(number))];
        var codes = new Dictionary<int, byte>();
        for (var code = 0; code < bits.Length; code++)
            codes[bits[code]] = (byte)code;

        return new(
            (from, to) =>
            {
                var target = MemoryMarshal.Cast<byte, int>(to);
                for (var i = 0; i < from.Length; i++)
                    target[i] = bits[from[i]];
            },
            (from, to) =>
            {
                var source = MemoryMarshal.Cast<byte, int>(from);
                for (var i = 0; i < source.Length; i++)
                {
                    to[i] = codes.TryGetValue(source[i], out var code)
                        ? code
                        : throw new InvalidDataException($"{BitConverter.Int32BitsToSingle(source[i])} is none of the 256 numbers of the 8-bit type that it would be saved in.");
                }
            });
    }
}
