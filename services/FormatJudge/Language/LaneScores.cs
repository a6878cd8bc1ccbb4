using System.Runtime.Intrinsics;

namespace Judges.Format.Language;

/// <summary>A number for each lane of the table.</summary>
internal readonly record struct LaneScores(Vector256<short> Lower, Vector256<short> Upper)
{
    public short this[int lane] => lane < Vector256<short>.Count ? Lower[lane] : Upper[lane - Vector256<short>.Count];

    public short Most
    {
        get
        {
            var both = Vector256.Max(Lower, Upper);
            var half = Vector128.Max(both.GetLower(), both.GetUpper());
            half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create((short)4, 5, 6, 7, 0, 1, 2, 3)));
            half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create((short)2, 3, 0, 1, 6, 7, 4, 5)));
            return Math.Max(half[0], half[1]);
        }
    }

    public static LaneScores operator +(LaneScores left, LaneScores right) => new(left.Lower + right.Lower, left.Upper + right.Upper);
}
