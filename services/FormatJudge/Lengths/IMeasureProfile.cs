using System.Text.Json.Nodes;
using Judges.Format.Profiles;

namespace Judges.Format.Lengths;

/// <summary>A measure of our own, asked for like a peer's: it gives a score and says what it counted.</summary>
internal interface IMeasureProfile : IFormatProfile
{
    Measurement Measure(ProfileSample sample);
}

/// <summary>What a measure says.</summary>
/// <param name="Score">The measure's own number.</param>
/// <param name="Worst">The worst that it can be.</param>
/// <param name="Best">The best.</param>
/// <param name="Evidence">What was counted.</param>
internal sealed record Measurement(double Score, double Worst, double Best, JsonObject Evidence);
