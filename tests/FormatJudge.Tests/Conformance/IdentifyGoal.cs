using Judges.Format.Language;

namespace Judges.Format.Conformance;

/// <summary>The language of lines in 26 languages, told from all languages known: the mean over the languages.</summary>
/// <param name="set">The folder below identify.</param>
/// <param name="least">The goal.</param>
internal sealed class IdentifyGoal(string set, double least) : IConformanceGoal
{
    public string Name => $"identify {set}";

    public ConformanceResult Measure(string folder)
    {
        var (shares, lines) = (new List<double>(), new List<string>());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "identify", set)).Order(StringComparer.Ordinal))
        {
            var code = Path.GetFileNameWithoutExtension(file);
            var guesses = File.ReadLines(file).Where(static line => line.Length > 0).Select(static line => LanguageGuess.Of(line).Language?.Code ?? "none").ToArray();
            shares.Add(guesses.Count(guess => guess == code) / (double)guesses.Length);
            lines.Add($"{code} {shares[^1]:P1} " + string.Join(' ', guesses.Where(guess => guess != code).CountBy(static guess => guess)
                .OrderByDescending(static pair => pair.Value).Take(4).Select(static pair => $"{pair.Key}:{pair.Value}")));
        }
        var mean = shares.Average();
        return new(mean >= least, $"{mean:P2} of the lines, a mean over {shares.Count} languages (goal {least:P1})", lines);
    }
}
