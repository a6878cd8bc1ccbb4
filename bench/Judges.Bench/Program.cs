using Judges.Bench;
using Judges.Bench.Gpu;

// ./judges bench [name...]: measures on this machine, now; the ratios come last. Single numbers move with the machine, ratios hardly do.
(string Name, Func<Report, CancellationToken, Task> Measure)[] benches =
[
    ("math", MathBench.Measure),
    ("format", FormatBench.Measure),
    ("code", CodeBench.Measure),
    ("bus", BusBench.Measure),
    ("tensors", TensorBench.Measure),
    ("model", ModelBench.Measure),
    ("generate", GenerateBench.Measure),
    ("gpu", GpuBench.Measure),
];

if (args is ["math", "--reports", ..])
    return MathReports.Write(args[2..], Console.Out);
if (args is ["code", "--memory", ..])
    return await CodeMemory.Print(args[2..], Console.Out, CancellationToken.None);
if (args is ["format", "--conformance", ..])
    return FormatConformance.Print(args[2..], Console.Out);
if (args is ["format", "--fuzz", ..])
    return FormatFuzzing.Run(args[2..], Console.Out, CancellationToken.None);
if (args.FirstOrDefault(name => benches.All(bench => bench.Name != name)) is { } unknown)
{
    var names = string.Join("|", benches.Select(bench => bench.Name));
    await (unknown is "-h" or "--help" ? Console.Out : Console.Error).WriteLineAsync($"Usage: ./judges bench [{names}]...   without a name: all of them\n       ./judges bench code --memory [JUDGEMENTS]       what judgements leave behind\n       ./judges bench format --conformance [DATA]      the goals that are measured on the shared data\n       ./judges bench format --fuzz [INPUTS] [SEED]    mutated requests, judged twice\n       ./judges bench math --reports [DATA]            writes the report of disagreements with recorded labels");
    return unknown is "-h" or "--help" ? 0 : 1;
}

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    interrupted.Cancel();
};
var report = new Report(Console.Out);
try
{
    foreach (var (name, measure) in benches.Where(bench => args.Length == 0 || args.Contains(bench.Name)))
    {
        report.Title(name);
        await measure(report, interrupted.Token);
    }
}
catch (OperationCanceledException)
{
    return 130;
}
report.Ratios();
return 0;
