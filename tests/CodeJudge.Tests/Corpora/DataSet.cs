using System.Text.Json;

namespace CodeJudge.Tests.Corpora;

/// <summary>Public data sets, which lie beside the repository, not in it.</summary>
internal static class DataSet
{
    /// <summary>With <c>JUDGES_ALL=1</c> every problem is judged; else a sample.</summary>
    public static bool All => Environment.GetEnvironmentVariable("JUDGES_ALL") is "1";

    public static IReadOnlyList<JsonElement> Rows(string path) => [.. SharedData.Lines(SharedData.Code(path)).Select(Ask.Json)];

    /// <summary>All rows, or every <paramref name="step"/>th.</summary>
    public static IReadOnlyList<JsonElement> Sample(string path, int step) => All ? Rows(path) : [.. Rows(path).Where((_, index) => index % step == 0)];

    public static string Text(this JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
