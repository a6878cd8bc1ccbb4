using Judges.Format.Language;
using Judges.LanguageTables.Learning;
using Judges.LanguageTables.Reading;

namespace Judges.LanguageTables;

/// <summary>The gathered text: one file for each language, one line for each message or paragraph.</summary>
internal sealed class Corpus(string folder)
{
    public void Gather(Action<string> say)
    {
        var sources = new Sources(new Packages(Directory.CreateDirectory(Path.Combine(folder, "packages")).FullName));
        var lines = KnownLanguages.Lanes.ToDictionary(static language => language.Code, static _ => new List<string>());
        foreach (var gathered in sources.All(lines.Keys.ToHashSet()))
        {
            if (gathered.Plain is { Length: > 0 } plain)
                lines[gathered.Language].Add(plain);
        }
        foreach (var (code, texts) in lines)
        {
            File.WriteAllLines(Of(code), texts.Distinct());
            say($"{code}: {texts.Count} texts, {new FileInfo(Of(code)).Length / 1024} kB");
        }
    }

    public Vocabulary Read()
    {
        var vocabulary = new Vocabulary();
        foreach (var language in KnownLanguages.Lanes)
        {
            foreach (var line in File.ReadLines(Of(language.Code)))
                vocabulary.Add(line, language);
        }
        return vocabulary;
    }

    private string Of(string code) => Path.Combine(folder, code + ".txt");
}
