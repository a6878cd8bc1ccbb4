namespace MathJudge.Tests.Reports;

/// <summary>Who is right where the judge and a label disagree, decided one by one.</summary>
/// <param name="Right">judge, label, or convention: what was asked for decides, and the row does not say.</param>
internal sealed record Adjudication(string Right, string Reason)
{
    public static IReadOnlyDictionary<string, Adjudication> All { get; } =
        JsonLines.Read(Path.Combine(AppContext.BaseDirectory, "Reports", "adjudications.jsonl")).ToDictionary(
            static row => Key(JsonLines.Word(row, "source")!, JsonLines.Word(row, "id")!),
            static row => new Adjudication(JsonLines.Word(row, "right")!, JsonLines.Word(row, "reason")!));

    public static Adjudication? Of(Disagreement disagreement) => All.GetValueOrDefault(Key(disagreement.Source, disagreement.Id));

    private static string Key(string source, string id) => source + " " + id;
}
