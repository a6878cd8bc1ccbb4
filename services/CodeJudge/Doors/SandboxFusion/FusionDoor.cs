using System.Text;
using System.Text.Json;

namespace Judges.Code;

/// <summary>
/// Runs what SandboxFusion's clients send and answers as its <c>parse_run_status</c> does: a non-zero exit or a time limit is Failed, only our
/// own faults are SandboxError, streams of a finished run are never null, and a compile result is there only when there is a compiler.
/// </summary>
internal sealed class FusionDoor(ProgramRunner runner, CodeJudgeOptions options)
{
    private const double UsualTimeout = 10;

    public static FusionRefusal? Defect(FusionRequest request)
    {
        if (request.Code is null)
            return Refusal("code", "Field required", "missing");
        if (request.Language is null)
            return Refusal("language", "Field required", "missing");
        if (DoorRules.Find(request.Language) is null)
            return Refusal("language", $"Input should be a language of this server: {string.Join(", ", LanguageSet.All.Select(static l => l.Name))}", "enum");
        foreach (var path in (request.Files?.Keys ?? []).Concat(request.FetchFiles ?? []))
        {
            if (!DoorRules.IsPlainPath(path))
                return Refusal("files", "Paths should be relative, without dots and dot-dots", "value_error");
        }
        return null;
    }

    public static FusionRefusal Refusal(string field, string message, string type) => new([new FusionDefect(["body", field], message, type)]);

    public async Task<FusionResponse> Run(FusionRequest request, CancellationToken cancellationToken)
    {
        var language = DoorRules.Find(request.Language!)!;
        var (compileTime, runTime) = (request.CompileTimeout ?? UsualTimeout, request.RunTimeout ?? UsualTimeout);
        var main = language.FileName(request.Code!);
        List<BoxFile> files = [new(main, Encoding.UTF8.GetBytes(request.Code!))];
        foreach (var (path, content) in request.Files ?? new Dictionary<string, string?>())
        {
            if (path != main && content is not null)
                files.Add(new BoxFile(path, Convert.FromBase64String(content)));
        }
        var memory = (long)(request.MemoryLimitMb ?? -1);
        try
        {
            var result = await runner.Run(
                new ProgramJob
                {
                    Language = language,
                    Main = main,
                    Files = files,
                    Input = Encoding.UTF8.GetBytes(request.Stdin ?? ""),
                    Fetch = request.FetchFiles ?? [],
                    CompileLimits = DoorRules.Limits(compileTime, 2048, options.DoorOutputKb),
                    RunLimits = DoorRules.Limits(runTime, memory, options.DoorOutputKb),
                    // Clients wait for both times and ten seconds more; what runs now needs its share of that.
                    Patience = TimeSpan.FromSeconds(Math.Max(5, compileTime + 5)),
                },
                cancellationToken);
            return Answer(result);
        }
        catch (Exception fault) when (fault is SandboxFaultException or SandboxUnavailableException)
        {
            return new FusionResponse { Status = "SandboxError", Message = fault.Message };
        }
    }

    private static FusionResponse Answer(ProgramResult result)
    {
        var (compile, run) = (Result(result.Compile), Result(result.Run));
        var good = (compile is null or { Status: "Finished", ReturnCode: 0 }) && run is { Status: "Finished", ReturnCode: 0 };
        return new FusionResponse
        {
            Status = good ? "Success" : "Failed",
            CompileResult = compile,
            RunResult = run,
            Files = (result.Run?.Kept ?? []).ToDictionary(static file => file.Name, static file => Convert.ToBase64String(file.Content.Span)),
        };
    }

    private static FusionResult? Result(RunReport? report) => report switch
    {
        null => null,
        { Stopped: StopReason.Cpu or StopReason.Wall } => new FusionResult("TimeLimitExceeded", report.WallMs / 1e3, null, DoorRules.Text(report.Output), DoorRules.Text(report.Errors)),
        _ => new FusionResult("Finished", report.WallMs / 1e3, DoorRules.ExitCode(report), DoorRules.Text(report.Output), Errors(report)),
    };

    private static string Errors(RunReport report) => DoorRules.Text(report.Errors) + report.Stopped switch
    {
        StopReason.Memory => "\nthe memory limit was exceeded\n",
        StopReason.Output => "\nthe output limit was exceeded\n",
        _ => "",
    };

    /// <summary>Judges a completion against the stdio tests that come with it (CommonOJ's rows).</summary>
    public async Task<FusionVerdict> Submit(FusionSubmission submission, IReadOnlyList<StdioCase> cases, Language language, CancellationToken cancellationToken)
    {
        var code = new ProgramExtractor(language, null).Find(submission.Completion!, null, CodeExtraction.Auto) ?? "";
        var all = submission.Config?.Extra is { ValueKind: JsonValueKind.Object } extra && extra.TryGetProperty("run_all_cases", out var flag) && flag.ValueKind is JsonValueKind.True;
        List<FusionTest> tests = [];
        foreach (var test in code.Length == 0 ? [] : cases)
        {
            var response = await Run(
                new FusionRequest
                {
                    Code = code,
                    Language = language.Name,
                    Stdin = test.Stdin,
                    CompileTimeout = submission.Config?.CompileTimeout,
                    RunTimeout = submission.Config?.RunTimeout,
                },
                cancellationToken);
            var passed = response.Status == "Success" && OutputChecker.Accepts(new Checker(), test.Stdout, response.RunResult!.Stdout ?? "");
            tests.Add(new FusionTest(passed, response));
            if (!passed && !all)
                break;
        }
        return new FusionVerdict { Id = submission.Id, Accepted = tests.Count == cases.Count && tests.TrueForAll(static test => test.Passed), ExtractedCode = code, Tests = tests };
    }

    /// <summary>The tests of a row, <c>[{"input":{"stdin":..},"output":{"stdout":..}}]</c> or that as text; null when there are none.</summary>
    public static IReadOnlyList<StdioCase>? Cases(JsonElement? row)
    {
        if (row is not { ValueKind: JsonValueKind.Object } data || !data.TryGetProperty("test", out var test))
            return null;
        try
        {
            using var parsed = test.ValueKind is JsonValueKind.String ? JsonDocument.Parse(test.GetString()!) : null;
            var cases = (parsed?.RootElement ?? test).EnumerateArray().Select(static item => new StdioCase
            {
                Stdin = item.GetProperty("input").GetProperty("stdin").GetString() ?? "",
                Stdout = item.GetProperty("output").GetProperty("stdout").GetString() ?? "",
            }).ToList();
            return cases.Count > 0 ? cases : null;
        }
        catch (Exception shape) when (shape is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
