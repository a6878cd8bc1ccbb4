namespace Judges.Format.Profiles;

/// <summary>The overlong penalty as verl and NeMo-RL have it: 0 up to max − buffer, then a line that goes on falling beyond max.</summary>
internal static class Overlong
{
    public static double Penalty(int length, double most, double buffer, double factor) => buffer > 0
        ? Math.Min(-(length - (most - buffer)) / buffer * factor, 0)
        : throw new ProfileException("the overlong buffer's length must be above 0");
}
