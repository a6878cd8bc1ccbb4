using System.Text.Json.Nodes;
using Judges.Format.Profiles;

namespace Judges.Format.Lengths;

/// <summary>
/// 1 − the largest of three shares of the response that repeat what it has said: runs of <c>ngram</c> units that stood there before, beyond the
/// share <c>free</c> that any long text has; the longest piece that stands there twice, from <c>least</c> units on; the worst loop of lines.
/// Over <c>tokenIds</c> or units of the text; of a response of more than 2^18 units the end is looked at, where loops are.
/// </summary>
internal sealed class RepetitionMeasure : IMeasureProfile
{
    private const int MostUnits = 1 << 18;

    public string Name => "repetition";

    public string Source => Measures.Source;

    public Measurement Measure(ProfileSample sample)
    {
        var unit = Measures.Unit(sample.Parameters);
        var size = sample.Parameters.Count("ngram", 8);
        var least = sample.Parameters.Count("least", 32);
        var free = sample.Parameters.Number("free", 0.1);
        if (free is not (>= 0 and < 1))
            throw new ProfileException("parameter `free` must be from 0 to below 1");
        var units = Units(sample, unit, out var starts);
        var grams = NGrams.Of(units, size);
        var seen = grams.Total == 0 ? 0 : 1 - (double)grams.Unique / grams.Total;
        var longest = SuffixAutomaton.Longest(units);
        var longestShare = longest.Length >= least ? (double)longest.Length / units.Length : 0;
        var loop = LineLoop.Find(sample.Text);
        var loopShare = loop is null ? 0 : (double)loop.Redundant / sample.Text.Length;
        var worst = Math.Max(Math.Max(0, (seen - free) / (1 - free)), Math.Max(longestShare, loopShare));
        return new(1 - worst, 0, 1, new()
        {
            ["unit"] = Measures.Name(unit),
            ["length"] = units.Length,
            ["ngrams"] = new JsonObject { ["size"] = size, ["total"] = grams.Total, ["unique"] = grams.Unique },
            ["longest"] = new JsonObject { ["length"] = longest.Length, ["share"] = longestShare, ["first"] = Place(longest.First, starts), ["second"] = Place(longest.Second, starts) },
            ["loop"] = loop is null ? null : new JsonObject { ["lines"] = loop.Lines, ["rounds"] = loop.Rounds, ["start"] = loop.Start, ["share"] = loopShare },
        });
    }

    private static int[] Units(ProfileSample sample, LengthUnit unit, out int[]? starts)
    {
        starts = null;
        if (unit is LengthUnit.Tokens)
        {
            var ids = sample.TokenIds ?? throw new ProfileException("repetition in tokens looks at their ids: give `tokenIds`, or another `unit`");
            return [.. ids.Skip(ids.Count - MostUnits)];
        }
        var units = TextUnits.Numbered(sample.Text, unit, out starts);
        if (units.Length <= MostUnits)
            return units;
        starts = starts[^MostUnits..];
        return units[^MostUnits..];
    }

    // An offset in the text, or the place among the tokens.
    private static int Place(int unit, int[]? starts) => starts is { Length: > 0 } ? starts[unit] : unit;
}
