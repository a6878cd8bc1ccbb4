using System.Globalization;
using System.Text;

namespace Judges.Code;

/// <summary>The lines of a <c>grader_config</c>: names and values. They are read, and not run as a script's.</summary>
internal sealed record CodeforcesConfig(double? Seconds, double? MemoryMb, bool UsesFiles)
{
    public static CodeforcesConfig Read(ReadOnlySpan<byte> text)
    {
        var values = Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.TrimEntries).Select(static line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(static pair => pair.Length == 2).GroupBy(static pair => pair[0], static pair => pair[1].Trim('"', '\''), StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Last(), StringComparer.Ordinal);
        return new CodeforcesConfig(Number("TIME_LIMIT"), Number("MEMORY_LIMIT"), values.GetValueOrDefault("INPUT_MODE") == "file");

        double? Number(string name) =>
            double.TryParse(values.GetValueOrDefault(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
    }
}
