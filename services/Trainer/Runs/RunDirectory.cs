using System.Text.Json;

namespace Judges.Training.Runs;

/// <summary>Where a run leaves what it made: recipe, metrics, checkpoints, summary, report.</summary>
internal sealed class RunDirectory
{
    public RunDirectory(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Recipe => File("recipe.yaml");

    public string Metrics => File("metrics.jsonl");

    public string Rollouts => File("rollouts.jsonl");

    public string Summary => File("summary.json");

    public string Report => File("report.html");

    public string Checkpoint => File("checkpoint");

    /// <summary>Reads the steps that were recorded, without those after <paramref name="lastStep"/>: a resumed run does them again.</summary>
    public List<StepRecord> ReadMetrics(int lastStep)
    {
        if (!System.IO.File.Exists(Metrics))
            return [];
        var steps = new List<StepRecord>();
        foreach (var line in System.IO.File.ReadLines(Metrics))
        {
            if (line.Length > 0 && TryRead(line) is { } step && step.Step <= lastStep)
                steps.Add(step);
        }
        return steps;
    }

    /// <summary>Writes the recorded steps anew, so that the file ends where the resumed run continues.</summary>
    public void WriteMetrics(IEnumerable<StepRecord> steps) =>
        System.IO.File.WriteAllLines(Metrics, steps.Select(static step => JsonSerializer.Serialize(step, RunJson.Default.StepRecord)));

    public void Append(StepRecord step) =>
        System.IO.File.AppendAllText(Metrics, JsonSerializer.Serialize(step, RunJson.Default.StepRecord) + "\n");

    public void Append(IEnumerable<SampleRecord> samples) =>
        System.IO.File.AppendAllLines(Rollouts, samples.Select(static sample => JsonSerializer.Serialize(sample, RunJson.Readable.SampleRecord)));

    public void Write(RunSummary summary) =>
        System.IO.File.WriteAllText(Summary, JsonSerializer.Serialize(summary, RunJson.Readable.RunSummary) + "\n");

    private string File(string name) => System.IO.Path.Combine(Path, name);

    // The last line may be cut where the process was killed.
    private static StepRecord? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, RunJson.Default.StepRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
