using System.Numerics;

namespace Symbolics;

/// <summary>An exact fraction in lowest terms with a positive denominator.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // Stored one lower, so that default(Rational) is 0/1.
    private readonly BigInteger _denominatorLessOne;

    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        if (denominator.IsOne)
        {
            Numerator = numerator;
            return;
        }
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        _denominatorLessOne = denominator / divisor - 1;
    }

    public Rational(BigInteger value) => Numerator = value;

    private Rational(BigInteger numerator, BigInteger denominatorLessOne, bool _) => (Numerator, _denominatorLessOne) = (numerator, denominatorLessOne);

    public BigInteger Numerator { get; }

    internal static Rational OfDigits(string digits) =>
        new(BigInteger.Parse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture));

    public BigInteger Denominator => _denominatorLessOne + 1;

    public bool IsZero => Numerator.IsZero;

    public bool IsInteger => _denominatorLessOne.IsZero;

    /// <summary>The lengths of both parts together.</summary>
    internal long Bits => Numerator.GetBitLength() + (IsInteger ? 0 : _denominatorLessOne.GetBitLength());

    public int Sign => Numerator.Sign;

    /// <summary>The value without its sign.</summary>
    internal Rational Size => Sign < 0 ? -this : this;

    public static Rational operator -(Rational value) => new(-value.Numerator, value._denominatorLessOne, false);

    public static Rational operator +(Rational left, Rational right) => left.IsInteger && right.IsInteger ? new(left.Numerator + right.Numerator)
        : new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator *(Rational left, Rational right) => left.IsInteger && right.IsInteger ? new(left.Numerator * right.Numerator)
        : new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public int CompareTo(Rational other) => IsInteger && other.IsInteger ? Numerator.CompareTo(other.Numerator) : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    public override string ToString() => _denominatorLessOne.IsZero ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}
