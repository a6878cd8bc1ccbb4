using System.Text.Json.Nodes;

namespace FormatJudge.Tests.Profiles;

public class PeerConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_recorded_case_has_the_peers_score()
    {
        var rows = File.ReadLines(SharedData.Language("format_cases.jsonl")).Select(line => JsonNode.Parse(line)!).ToArray();
        var excluded = rows.Where(row => PeerCases.Excluded(row) is not null).ToArray();
        var wrong = new List<string>();
        foreach (var row in rows.Except(excluded))
        {
            var answer = PeerCases.Answer(row);
            if (!PeerCases.Agrees(row["expected"], answer))
                wrong.Add($"{PeerCases.Profile(row)} {row["params"]!.ToJsonString()} {row["input"]!.ToJsonString()}: {row["expected"]?.ToJsonString()}, we say {answer?.ToJsonString()}");
        }
        output.WriteLine($"{rows.Length - excluded.Length - wrong.Count} of {rows.Length} cases reproduced, {excluded.Length} left out:");
        foreach (var group in excluded.GroupBy(PeerCases.Excluded))
            output.WriteLine($"  {group.Count()}: {group.Key}");

        Assert.Equal(5, excluded.Length);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }
}
