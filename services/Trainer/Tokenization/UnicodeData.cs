using System.Globalization;
using System.Text;

namespace Judges.Training.Tokenization;

/// <summary>What composing characters takes of the Unicode Character Database; .NET has it only where ICU is used, which the services are not built with.</summary>
internal static class UnicodeData
{
    private static readonly Dictionary<int, int[]> s_decompositions = [];
    private static readonly Dictionary<(int First, int Second), int> s_compositions = [];
    private static readonly Dictionary<int, int> s_classes = [];

    static UnicodeData()
    {
        using var reader = new StreamReader(typeof(UnicodeData).Assembly.GetManifestResourceStream("unicode.txt")!, Encoding.UTF8);
        reader.ReadLine(); // says what follows
        foreach (var item in reader.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (item.Contains(':', StringComparison.Ordinal))
                AddClass(item.Split('-', ':'));
            else
                AddDecomposition(item.Split('=', '>'), composes: item.Contains('=', StringComparison.Ordinal));
        }
    }

    /// <summary>0 for a character that others combine with.</summary>
    public static int CombiningClass(int character) => s_classes.GetValueOrDefault(character);

    public static int[]? Decomposition(int character) => s_decompositions.GetValueOrDefault(character);

    public static int? Composition(int first, int second) => s_compositions.TryGetValue((first, second), out var composed) ? composed : null;

    private static void AddClass(string[] range)
    {
        for (var character = Hex(range[0]); character <= Hex(range[1]); character++)
            s_classes[character] = int.Parse(range[2], CultureInfo.InvariantCulture);
    }

    private static void AddDecomposition(string[] sides, bool composes)
    {
        var (character, parts) = (Hex(sides[0]), sides[1].Split('+').Select(Hex).ToArray());
        s_decompositions[character] = parts;
        if (composes)
            s_compositions[(parts[0], parts[1])] = character;
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
