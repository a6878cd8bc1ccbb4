using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges.Code;

/// <summary>The batch that open-r1's routers of E2B and Morph take: scripts, each with the value of its last expression as its text.</summary>
internal static class BatchEndpoints
{
    private const double UsualTimeout = 30;

    // What a notebook does with a script: the value of a last expression is its result. It goes to the result channel.
    private const string Notebook = """
        import ast, os, sys, traceback
        tree = ast.parse(open("script.py", encoding="utf-8").read(), "script.py")
        last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        space = {"__name__": "__main__"}
        sys.argv = ["script.py"]
        exec(compile(tree, "script.py", "exec"), space)
        value = eval(compile(last, "script.py", "eval"), space) if last else None
        sys.stdout.flush()
        if value is not None:
            data = repr(value).encode("utf-8", "backslashreplace")
            while data:
                data = data[os.write(3, data):]
        """;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/execute_batch", Execute).WithTags("E2B, Morph").WithSummary("Run scripts, in order (the routers of E2B and Morph)");

    private static async Task<IResult> Execute(HttpContext context, ProgramRunner runner, CodeJudgeOptions options)
    {
        BatchRequest? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync(context.Request.Body, BatchJson.Default.BatchRequest, context.RequestAborted);
        }
        catch (JsonException unreadable)
        {
            return Results.Problem(unreadable.Message, statusCode: StatusCodes.Status400BadRequest);
        }
        if (request?.Scripts is not { } scripts || scripts.Contains(null!))
            return Results.Problem("`scripts` must be a list of texts", statusCode: StatusCodes.Status400BadRequest);
        if (request.Languages is { } languages && (languages.Count != scripts.Count || languages.Any(static name => DoorRules.Find(name ?? "") is null)))
            return Results.Problem("`languages` must name a known language for each script", statusCode: StatusCodes.Status400BadRequest);
        var answers = await Task.WhenAll(scripts.Select((script, i) => One(
            script, DoorRules.Find(request.Languages?[i] ?? "python")!, request.Timeout ?? UsualTimeout, runner, options, context.RequestAborted)));
        return Results.Json<IReadOnlyList<BatchAnswer>>(answers, BatchJson.Default.IReadOnlyListBatchAnswer);
    }

    private static async Task<BatchAnswer> One(
        string script, Language language, double timeout, ProgramRunner runner, CodeJudgeOptions options, CancellationToken cancellationToken)
    {
        var notebook = language == Python.Language;
        var source = Encoding.UTF8.GetBytes(script);
        var main = notebook ? "notebook.py" : language.FileName(script);
        try
        {
            var result = await runner.Run(
                new ProgramJob
                {
                    Language = language,
                    Main = main,
                    Files = notebook ? [new BoxFile("notebook.py", Encoding.UTF8.GetBytes(Notebook)), new BoxFile("script.py", source)] : [new BoxFile(main, source)],
                    CompileLimits = DoorRules.Limits(UsualTimeout, -1, options.DoorOutputKb),
                    RunLimits = DoorRules.Limits(timeout, -1, options.DoorOutputKb),
                    Patience = TimeSpan.FromHours(1),
                },
                cancellationToken);
            return Answer(result.Run ?? result.Compile!, notebook);
        }
        catch (Exception fault) when (fault is SandboxFaultException or SandboxUnavailableException or TimeoutException)
        {
            return new BatchAnswer(null, null, fault.Message);
        }
    }

    private static BatchAnswer Answer(RunReport report, bool notebook)
    {
        if (report.Stopped is { } stop)
            return new BatchAnswer(null, null, stop is StopReason.Cpu or StopReason.Wall ? "TimeoutException: the script ran out of time" : $"the script met a limit: {stop}");
        var (output, errors) = (DoorRules.Text(report.Output), DoorRules.Text(report.Errors));
        var failed = report.Exit != 0;
        var text = failed ? null : notebook && report.Result.Length > 2 ? DoorRules.Text(report.Result[2..]) : notebook ? null : output;
        var error = failed ? new BatchError("ScriptError", $"exit code {DoorRules.ExitCode(report)}", errors) : null;
        var execution = new BatchExecution(text is null ? [] : [new BatchResult(text, true)], new BatchLogs([output], [errors]), error, 1);
        return new BatchAnswer(execution, text, failed ? errors.Trim().Split('\n')[^1] : null);
    }
}

internal sealed record BatchRequest
{
    public IReadOnlyList<string>? Scripts { get; init; }

    public IReadOnlyList<string?>? Languages { get; init; }

    public double? Timeout { get; init; }
}

/// <summary>Both routers' answers in one: E2B's clients read <c>execution</c>, Morph's read <c>text</c>.</summary>
internal sealed record BatchAnswer(BatchExecution? Execution, string? Text, string? ExceptionStr);

internal sealed record BatchExecution(IReadOnlyList<BatchResult> Results, BatchLogs Logs, BatchError? Error, int ExecutionCount);

internal sealed record BatchResult(string Text, bool IsMainResult);

internal sealed record BatchLogs(IReadOnlyList<string> Stdout, IReadOnlyList<string> Stderr);

internal sealed record BatchError(string Name, string Value, string Traceback);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(BatchRequest))]
[JsonSerializable(typeof(IReadOnlyList<BatchAnswer>))]
internal sealed partial class BatchJson : JsonSerializerContext;
