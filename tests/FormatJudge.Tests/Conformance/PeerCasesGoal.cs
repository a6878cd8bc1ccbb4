using System.Text.Json.Nodes;

namespace Judges.Format.Conformance;

/// <summary>Every recorded case of the peers has the peer's number under its profile, but for those held wrong, which are listed.</summary>
internal sealed class PeerCasesGoal : IConformanceGoal
{
    public string Name => "peer cases";

    public ConformanceResult Measure(string folder)
    {
        var rows = File.ReadLines(Path.Combine(folder, "format_cases.jsonl")).Select(static line => JsonNode.Parse(line)!).ToArray();
        var held = rows.ToLookup(PeerCases.HeldWrong);
        var wrong = new List<string>();
        foreach (var row in held[null])
        {
            var answer = PeerCases.Answer(row);
            if (!PeerCases.Agrees(row["expected"], answer))
                wrong.Add($"{PeerCases.Profile(row)} {row["params"]!.ToJsonString()} {row["input"]!.ToJsonString()}: {row["expected"]?.ToJsonString()}, we say {answer?.ToJsonString()}");
        }
        var reasons = held.Where(static group => group.Key is not null).Select(static group => $"{group.Count()} held wrong: {group.Key}");
        var right = held[null].Count() - wrong.Count;
        return new(wrong.Count == 0, $"{right} of {rows.Length} recorded cases have the peer's number to 1e-9", [.. reasons, .. wrong]);
    }
}
