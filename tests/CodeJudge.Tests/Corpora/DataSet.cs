using System.Globalization;
using System.Text.Json;

namespace CodeJudge.Tests.Corpora;

/// <summary>Public data sets, which lie beside the repository, not in it.</summary>
internal static class DataSet
{
    /// <summary>With <c>JUDGES_ALL=1</c> every problem is judged; else a sample.</summary>
    public static bool All => Environment.GetEnvironmentVariable("JUDGES_ALL") is "1";

    // Of all: a stress run has so many minutes. JUDGES_EVERY=N leaves every Nth row; N:K those from the Kth on, so that several runs share a set.
    private static (int Every, int First) Thinned =>
        Environment.GetEnvironmentVariable("JUDGES_EVERY") is { Length: > 0 } asked ? Part(asked) : (1, 0);

    public static IReadOnlyList<JsonElement> Rows(string path) => [.. SharedData.Lines(SharedData.Code(path)).Select(Ask.Json)];

    /// <summary>All rows, or every <paramref name="step"/>th; of all, those that <c>JUDGES_EVERY</c> leaves.</summary>
    public static IReadOnlyList<JsonElement> Sample(string path, int step)
    {
        var (every, first) = All ? Thinned : (step, 0);
        return [.. Rows(path).Where((_, index) => index % every == first)];
    }

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static (int Every, int First) Part(string asked)
    {
        var words = asked.Split(':');
        return (int.Parse(words[0], CultureInfo.InvariantCulture), words.Length > 1 ? int.Parse(words[1], CultureInfo.InvariantCulture) : 0);
    }
}
