using System.Globalization;
using Judges.Training.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Judges.Training.Reports;

/// <summary>A table that redraws itself, for terminals.</summary>
internal sealed class LiveView(IAnsiConsole console) : IRunView
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int HistoryLength = 48;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<double>> _history = new(StringComparer.Ordinal);
    private LiveDisplayContext? _live;

    public void Say(string line)
    {
        lock (_lock)
            console.MarkupLine(Markup.Escape(line));
    }

    public void Stepped(StepRecord step, int lastStep, TimeSpan remaining)
    {
        lock (_lock)
        {
            _live?.UpdateTarget(Render(step, lastStep, remaining));
            _live?.Refresh();
        }
    }

    public Task During(Func<Task> work) =>
        console.Live(new Text("the first step is under way …")).AutoClear(false).StartAsync(async context =>
        {
            _live = context;
            try
            {
                await work();
            }
            finally
            {
                _live = null;
            }
        });

    private Table Render(StepRecord step, int lastStep, TimeSpan remaining)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("name").AddColumn(new TableColumn("value").RightAligned()).AddColumn("history");
        table.Title = new TableTitle(string.Create(CultureInfo.InvariantCulture, $"step {step.Step} of at most {lastStep} · left ≤ {remaining:m\\:ss}"));
        Row("reward", step.Reward, "F3");
        foreach (var (judge, reward) in step.RewardByJudge)
            Row($"  {judge}", reward, "F3");
        foreach (var (task, accuracy) in step.Accuracy)
            Row($"solved {task}", accuracy, "P1");
        Row("format accepted", step.FormatAccepted, "P1");
        Row("length, tokens", step.Length, "F1");
        Row("entropy, nats", step.Entropy, "F3");
        Row("expert load max/mean", step.ExpertLoad, "F2");
        Row("tokens/s", step.TokensPerSecond, "F0");
        Row("verdicts/s", step.VerdictsPerSecond, "F0");
        if (step.JudgeErrors > 0)
            Row("judgeError", step.JudgeErrors, "F0");
        return table;

        void Row(string name, double value, string format) => table.AddRow(
            new Text(name), new Text(value.ToString(format, CultureInfo.InvariantCulture)), (IRenderable)new Text(Sparkline(name, value)));
    }

    private string Sparkline(string name, double value)
    {
        if (!_history.TryGetValue(name, out var values))
            _history[name] = values = new Queue<double>();
        values.Enqueue(value);
        if (values.Count > HistoryLength)
            values.Dequeue();
        var low = values.Min();
        var span = Math.Max(values.Max() - low, 1e-9);
        return string.Concat(values.Select(v => Bars[(int)((v - low) / span * (Bars.Length - 1))]));
    }
}
