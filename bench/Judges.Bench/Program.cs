using System.Runtime.InteropServices;
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

using var interrupted = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

(string Name, string Option, Func<string[], TextWriter, Task<int>> Run, string Arguments, string Does)[] modes =
[
    ("code", "--memory", (rest, output) => CodeMemory.Print(rest, output, interrupted.Token), "[JUDGEMENTS]", "what judgements leave behind"),
    ("format", "--conformance", static (rest, output) => Task.FromResult(FormatConformance.Print(rest, output)), "[DATA]", "the goals that are measured on the shared data"),
    ("format", "--fuzz", (rest, output) => Task.FromResult(FormatFuzzing.Run(rest, output, interrupted.Token)), "[INPUTS] [SEED]", "mutated requests, judged twice"),
    ("math", "--reports", static (rest, output) => Task.FromResult(MathReports.Write(rest, output)), "[DATA]", "writes the report of disagreements with recorded labels"),
    ("math", "--fuzz", (rest, output) => Task.FromResult(MathFuzzing.Run(rest, output, interrupted.Token)), "[INPUTS] [SEED]", "mutated answers, judged three times"),
    ("math", "--sympy", (rest, output) => Task.FromResult(SympyDifferential.Run(rest, output, interrupted.Token)), "[PAIRS]", "random pairs, judged here and by SymPy"),
];

try
{
    return await Run();
}
catch (OperationCanceledException)
{
    return 130;
}

async Task<int> Run()
{
    if (args is [var first, var option, ..] && modes.FirstOrDefault(mode => mode.Name == first && mode.Option == option) is { Run: { } run })
        return await run(args[2..], Console.Out);
    if (args.FirstOrDefault(name => benches.All(bench => bench.Name != name)) is { } unknown)
    {
        var help = unknown is "-h" or "--help";
        var output = help ? Console.Out : Console.Error;
        await output.WriteLineAsync($"Usage: ./judges bench [{string.Join("|", benches.Select(static bench => bench.Name))}]...   without a name: all of them");
        foreach (var mode in modes)
            await output.WriteLineAsync($"       ./judges bench {$"{mode.Name} {mode.Option} {mode.Arguments}",-34} {mode.Does}");
        return help ? 0 : 1;
    }
    var report = new Report(Console.Out);
    foreach (var (name, measure) in benches.Where(bench => args.Length == 0 || args.Contains(bench.Name)))
    {
        report.Title(name);
        await measure(report, interrupted.Token);
    }
    report.Ratios();
    return 0;
}

void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = true;
    interrupted.Cancel();
}
