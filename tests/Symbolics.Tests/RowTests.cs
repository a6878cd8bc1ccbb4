namespace Symbolics.Tests;

/// <summary>
/// Pairs of answers and how they compare, one a line: <c>verdict ||| gold ||| answer ||| policy</c>; = is equal, ! certainly different,
/// ? undecided. Beside each equality stands a neighbour that is none. Without a policy both directions are asked.
/// </summary>
public class RowTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Rows"), "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Pairs_compare_as_written(string file)
    {
        var wrong = new List<string>();
        var rows = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Rows", file)))
        {
            if (line.Length == 0 || line[0] is '#')
                continue;
            rows++;
            var row = line.Split(" ||| ");
            var policy = row.Length > 3 ? ComparisonPolicy.Presets.Single(preset => preset.Name == row[3]) : ComparisonPolicy.Default;
            var there = Comparison.Of(row[1], row[2], policy);
            var back = row.Length > 3 ? there : Comparison.Of(row[2], row[1], policy);
            if (Sign(there) != row[0] || Sign(back) != row[0])
                wrong.Add($"{line}: found {Sign(there)} ({there.Grounds}), the other way round {Sign(back)}");
        }

        Assert.True(rows > 0);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Sign(Comparison comparison) => comparison.Equivalence switch
    {
        Equivalence.Equal => "=",
        Equivalence.Different => "!",
        _ => "?",
    };
}
