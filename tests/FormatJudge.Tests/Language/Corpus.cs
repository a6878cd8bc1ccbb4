namespace FormatJudge.Tests.Language;

/// <summary>Our own lines: a key and a text, a tab between.</summary>
internal static class Corpus
{
    public static IReadOnlyList<(string Key, string Text)> Lines(string name)
    {
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream(name + ".tsv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split('\t')).Select(static fields => (fields[0], fields[1])),
        ];
    }
}
