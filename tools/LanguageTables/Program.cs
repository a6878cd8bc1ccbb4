using Judges.LanguageTables;
using Judges.LanguageTables.Learning;

// Learns services/FormatJudge/Language/languages.table from text of named packages; docs/formatjudge.md says which, and under which licences.
const string usage = """
    Usage: LanguageTables gather FOLDER          fetch the packages (npm, apt-get) and lay their text out, one file a language
           LanguageTables learn FOLDER TABLE     learn the table from that text; about a minute
    """;

switch (args)
{
    case ["gather", var folder]:
        new Corpus(folder).Gather(Console.WriteLine);
        return 0;
    case ["learn", var folder, var table]:
        var rows = Learner.Learn(new Corpus(folder).Read().Samples(), seed: 1, Console.WriteLine);
        Console.WriteLine($"{table}: version {TableFile.Write(table, rows)}, {new FileInfo(table).Length / 1024} kB");
        return 0;
    case ["-h" or "--help"]:
        Console.WriteLine(usage);
        return 0;
    default:
        Console.Error.WriteLine(usage);
        return 1;
}
