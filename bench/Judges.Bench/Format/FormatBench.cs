using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Judges.Format;
using Judges.Format.Language;
using Judges.Hosting;

namespace Judges.Bench;

/// <summary>
/// The format judge on real traces where the shared data is at hand, else on a text of our own. Rates are per second of processor time; a
/// megabyte is 10^6 bytes of UTF-8.
/// </summary>
internal static partial class FormatBench
{
    private const int ShortBytes = 2_000;

    private static readonly string s_traces = Path.Combine("..", "shared", "data", "lang", "traces.jsonl");

    private static readonly string[] Hostile =
        ["<", "< ", "<think", "<think ", "<think>", "</think>", "<think></think>", "<tool_call>{}</tool_call>", "&lt;think", "＜／", "```\n", "\\boxed{", "$", "a\n", "\u200B", "\uD800"];

    // What a peer runs on the same text: TRL's pattern in a backtracking engine, as in Python.
    [GeneratedRegex(@"\A<think>(?!.*<think>)(.*?)</think>.*\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PeerPattern { get; }

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddFormatJudge();
        using var host = builder.Build();
        var core = host.Services.GetRequiredService<IJudge<GradeFormat>>();
        void Grade(GradeFormat request) => core.Grade(request, cancellationToken).AsTask().GetAwaiter().GetResult();

        var traces = Traces().ToArray();
        report.Note(File.Exists(s_traces) ? $"{traces.Length} real traces, one core" : $"{traces.Length} texts of our own ({s_traces} is not here), one core");
        GradeFormat[] structure = [.. traces.Select(static trace => new GradeFormat { Response = trace.Text, Template = "think-only" })];
        GradeFormat[] all = [.. traces.Select(static trace => new GradeFormat { Response = trace.Text, Template = "think-only", Language = trace.Language, Prompt = trace.Prompt })];
        GradeFormat[] pieces = [.. all.SelectMany(Pieces)];
        GradeFormat[] bare = [.. pieces.Select(static piece => piece with { Language = null })];

        var rate = Rate(report, "structure, whole traces", structure, Grade);
        Rate(report, "structure and language, whole traces", all, Grade);
        var (shortRate, structureSeconds) = Rate(report, "structure, responses of 2 kB", bare, Grade);
        var allSeconds = Rate(report, "structure and language, responses of 2 kB", pieces, Grade).Seconds;
        report.Line("language alone (the difference), responses of 2 kB", pieces.Length / Math.Max(1e-9, allSeconds - structureSeconds), "responses/s");
        Rate(report, "repetition in words, responses of 2 kB",
            [.. pieces.Select(static piece => new GradeFormat { Response = piece.Response, Profile = "repetition", Params = System.Text.Json.JsonElement.Parse("""{"unit":"words"}""") })], Grade);
        var peer = Rate(report, "TRL's regular expression alone, responses of 2 kB", bare, static request => PeerPattern.IsMatch(request.Response));
        report.Ratio("format: a whole verdict over TRL's regular expression alone, MB/s", shortRate / peer.Megabytes);
        report.Ratio("format: structure over 300 MB/s", rate.Megabytes / 300);
        report.Ratio("format: all together over 20,000 responses of 2 kB/s", pieces.Length / allSeconds / 20_000);
        Flat(report, Grade);
        await DoorBench.Measure(report, "format", host, bare[..Math.Min(64, bare.Length)], cancellationToken);
    }

    private static (double Megabytes, double Seconds) Rate(Report report, string what, GradeFormat[] requests, Action<GradeFormat> grade)
    {
        var bytes = requests.Sum(static request => (long)Encoding.UTF8.GetByteCount(request.Response));
        void Round()
        {
            foreach (var request in requests)
                grade(request);
        }
        Clock.WarmUp(Round);
        var seconds = Clock.CpuMicroseconds(Round) / 1e6;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Round();
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / requests.Length;
        report.Line(what, bytes / seconds / 1e6, $"MB/s, {requests.Length / seconds:N0} responses/s, {allocated:N0} B allocated each");
        return (bytes / seconds / 1e6, seconds);
    }

    // Time per character of ten million against one million: 1 where it is flat.
    private static void Flat(Report report, Action<GradeFormat> grade)
    {
        var worst = (Ratio: 0.0, Piece: "", Nanoseconds: 0.0);
        foreach (var piece in Hostile)
        {
            var (small, large) = (PerCharacter(piece, 1_000_000, grade), PerCharacter(piece, 10_000_000, grade));
            if (large / small > worst.Ratio)
                worst = (large / small, piece, large);
        }
        report.Line("the least flat of the hostile texts, 10 million characters", worst.Nanoseconds, $"ns per character ({System.Text.Json.JsonSerializer.Serialize(worst.Piece)} repeated)");
        report.Ratio("format: time per character, 10 million hostile characters over 1 million", worst.Ratio);
    }

    private static double PerCharacter(string piece, int characters, Action<GradeFormat> grade)
    {
        var text = string.Concat(Enumerable.Repeat(piece, characters / piece.Length));
        string[] templates = ["think-answer", "think-boxed", "tool-call"];
        var microseconds = Clock.CpuMicroseconds(() =>
        {
            foreach (var template in templates)
                grade(new() { Response = text, Template = template });
        });
        return microseconds * 1000 / text.Length / templates.Length;
    }

    private static IEnumerable<(string Text, string Prompt, string? Language)> Traces() => File.Exists(s_traces)
        ? File.ReadLines(s_traces).Select(static line => JsonNode.Parse(line)!).Select(static row =>
            (row["text"]!.ToString(), row["prompt"]?.ToString() ?? "", KnownLanguages.All.ContainsKey(row["prompt_language"]?.ToString() ?? "") ? row["prompt_language"]!.ToString() : (string?)"en"))
        : Enumerable.Range(1, 100).Select(static n =>
            ($"<think>{string.Concat(Enumerable.Repeat($"We have {n} < {n + 1}, and so the sum of both is odd; but then it follows that one of them is even. ", 10 + n))}</think>It is {n}.", "", (string?)"en"));

    private static IEnumerable<GradeFormat> Pieces(GradeFormat request)
    {
        var text = request.Response.Replace("<think>", "", StringComparison.Ordinal).Replace("</think>", "", StringComparison.Ordinal);
        for (var at = 0; at + ShortBytes <= text.Length; at += ShortBytes)
        {
            var length = ShortBytes;
            while (Encoding.UTF8.GetByteCount(text.AsSpan(at, length)) > ShortBytes)
                length = length * 9 / 10;
            yield return request with { Response = $"<think>{text.AsSpan(at, length)}</think>4" };
        }
    }
}
