using System.Text.RegularExpressions;

namespace Judges.Format.Profiles;

/// <summary>A profile that is one regular expression: full marks where it matches, else 0.</summary>
internal sealed class PatternProfile(string name, string source, Regex pattern, double full = 1) : IScoreProfile
{
    public string Name => name;

    public string Source => source;

    public double? Score(ProfileSample sample) => sample.LastTurn is { } text && pattern.IsMatch(text) ? full : 0;

    public (double Worst, double Best) Range(ProfileParams parameters) => (0, full);
}
