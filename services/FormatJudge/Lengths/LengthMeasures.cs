using System.Text.Json.Nodes;
using Judges.Format.Profiles;

namespace Judges.Format.Lengths;

/// <summary>1 from <c>min</c> to <c>max</c>, below length ÷ min, above 2 − length ÷ max, but never below 0.</summary>
internal sealed class LengthMeasure : IMeasureProfile
{
    public string Name => "length";

    public string Source => Measures.Source;

    public Measurement Measure(ProfileSample sample)
    {
        var (length, evidence) = Measures.Length(sample);
        var least = sample.Parameters.Number("min", 0);
        var most = sample.Parameters.Number("max", double.PositiveInfinity);
        if (!(least >= 0 && most >= least && most > 0))
            throw new ProfileException("parameters `min` and `max` must be from 0 up, and `min` at most `max`");
        var score = length < least ? length / least : length > most ? Math.Max(0, 2 - length / most) : 1;
        return new(score, 0, 1, evidence);
    }
}

/// <summary>The cosine schedule over length ÷ <c>max</c>; beyond <c>max</c> it stays where it is, unless <c>clamp</c> is false.</summary>
internal sealed class CosineMeasure : IMeasureProfile
{
    public string Name => "cosine";

    public string Source => Measures.Source;

    public Measurement Measure(ProfileSample sample)
    {
        var (length, evidence) = Measures.Length(sample);
        var right = sample.Parameters.Flag("correct") ?? throw new ProfileException("parameter `correct` must say whether the answer is right");
        var progress = length / sample.Parameters.Count("max", 0x4000);
        var schedule = CosineSchedule.Of(sample.Parameters);
        return new(schedule.At(Measures.Clamped(sample) ? Math.Min(progress, 1) : progress, right), schedule.Range.Worst, schedule.Range.Best, evidence);
    }
}

/// <summary>0 up to <c>max</c> − <c>buffer</c>, then a line down to −1 at <c>max</c> (DAPO, equation 13); −1 beyond, unless <c>clamp</c> is false.</summary>
internal sealed class OverlongMeasure : IMeasureProfile
{
    public string Name => "overlong";

    public string Source => Measures.Source;

    public Measurement Measure(ProfileSample sample)
    {
        var (length, evidence) = Measures.Length(sample);
        var (most, buffer) = (sample.Parameters.Count("max", 16384), sample.Parameters.Count("buffer", 4096));
        if (buffer > most)
            throw new ProfileException("parameter `buffer` must not exceed `max`");
        var score = Math.Min(0, (most - buffer - length) / buffer);
        return new(Measures.Clamped(sample) ? Math.Max(-1, score) : score, -1, 0, evidence);
    }
}

internal static class Measures
{
    public const string Source = "docs/formatjudge.md";

    public static (double Length, JsonObject Evidence) Length(ProfileSample sample)
    {
        var unit = Unit(sample.Parameters);
        var length = TextUnits.Count(sample, unit);
        return (length, new() { ["unit"] = Name(unit), ["length"] = length });
    }

    public static bool Clamped(ProfileSample sample) => sample.Parameters.Flag("clamp") ?? true;

    public static LengthUnit Unit(ProfileParams parameters) => Unit(parameters.Text("unit", ""))
        ?? throw new ProfileException("parameter `unit` must be tokens, characters, graphemes or words");

    public static LengthUnit? Unit(string name) => name switch
    {
        "tokens" => LengthUnit.Tokens,
        "characters" => LengthUnit.Characters,
        "graphemes" => LengthUnit.Graphemes,
        "words" => LengthUnit.Words,
        _ => null,
    };

    public static string Name(LengthUnit unit) => unit.ToString().ToLowerInvariant();
}
