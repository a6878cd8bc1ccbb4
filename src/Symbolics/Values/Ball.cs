using System.Numerics;

namespace Symbolics;

/// <summary>The real numbers within <paramref name="Radius"/> of <paramref name="Middle"/>, both times 2^<paramref name="Exponent"/>.</summary>
internal readonly record struct Ball(BigInteger Middle, BigInteger Radius, int Exponent)
{
    public static readonly Ball Zero = new(BigInteger.Zero, BigInteger.Zero, 0);
    public static readonly Ball One = new(BigInteger.One, BigInteger.Zero, 0);

    public bool HasZero => BigInteger.Abs(Middle) <= Radius;

    public bool IsZero => Middle.IsZero && Radius.IsZero;

    /// <summary>1 or -1 when all its numbers have that sign, else 0.</summary>
    public int Sign => HasZero ? 0 : Middle.Sign;

    /// <summary>No number in it is as large as 2 to this power.</summary>
    public long Above => IsZero ? long.MinValue : (long)(BigInteger.Abs(Middle) + Radius).GetBitLength() + Exponent;

    /// <summary>No number in it is smaller than 2 to this power; only where it has no zero.</summary>
    public long Below => (long)(BigInteger.Abs(Middle) - Radius).GetBitLength() - 1 + Exponent;

    public static Ball operator -(Ball value) => value with { Middle = -value.Middle };
}
