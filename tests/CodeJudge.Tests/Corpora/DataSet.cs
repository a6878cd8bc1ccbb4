using System.Globalization;
using System.Text.Json;

namespace CodeJudge.Tests.Corpora;

/// <summary>Public data sets, which lie beside the repository, not in it.</summary>
internal static class DataSet
{
    /// <summary>With <c>JUDGES_ALL=1</c> every problem is judged; else a sample.</summary>
    public static bool All => Environment.GetEnvironmentVariable("JUDGES_ALL") is "1";

    // Of all: a stress run has so many minutes.
    private static int Thinned => int.TryParse(Environment.GetEnvironmentVariable("JUDGES_EVERY"), CultureInfo.InvariantCulture, out var every) && every > 1 ? every : 1;

    public static IReadOnlyList<JsonElement> Rows(string path) => [.. SharedData.Lines(SharedData.Code(path)).Select(Ask.Json)];

    /// <summary>All rows, or every <paramref name="step"/>th; of all, those that <c>JUDGES_EVERY=N</c> leaves.</summary>
    public static IReadOnlyList<JsonElement> Sample(string path, int step)
    {
        var every = All ? Thinned : step;
        return [.. Rows(path).Where((_, index) => index % every == 0)];
    }

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
