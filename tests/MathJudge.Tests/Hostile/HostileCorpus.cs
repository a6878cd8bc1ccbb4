using System.Text;
using System.Text.Json;

namespace MathJudge.Tests.Hostile;

/// <summary>A pair that costs other graders seconds. A text is a list of pieces; a piece is a string, or a string and how often it is repeated.</summary>
internal sealed record HostilePair(string Name, string Gold, string Answer, string Expected)
{
    public static IEnumerable<HostilePair> All()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Hostile", "hostile.jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var pair = row.RootElement;
            yield return new(pair.Text("name")!, Spelled(pair.GetProperty("gold")), Spelled(pair.GetProperty("answer")), pair.Text("expected")!);
        }
    }

    private static string Spelled(JsonElement pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces.EnumerateArray())
        {
            if (piece.ValueKind is JsonValueKind.String)
                text.Append(piece.GetString());
            else
                text.Insert(text.Length, piece[0].GetString()!, piece[1].GetInt32());
        }
        return text.ToString();
    }
}
