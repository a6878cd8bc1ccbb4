using System.Numerics;

namespace Judges.Code;

/// <summary>
/// How many bytes a comparison may need: what the limits keep, or more where more is expected. Powers of two, so that they say little of
/// what is expected.
/// </summary>
internal static class OutputRoom
{
    // White space may come on top of the words.
    private const int OnTop = 2;

    // As JSON, a letter may be written in six bytes, and a digit that is near enough in twenty.
    private const int AsJson = 16;
    private const int Most = 1 << 30;

    public static int OfOutput(long expected, Limits limits) => Math.Max(limits.OutputKb << 10, Round(OnTop * expected));

    public static int OfResult(long expected, Limits limits) =>
        Math.Max(OfOutput(expected, limits), Math.Min(Round(AsJson * expected), (limits.OutputAllowedKb ?? 0) << 10));

    private static int Round(long bytes) => (int)Math.Min(Most, BitOperations.RoundUpToPowerOf2((ulong)bytes));
}
