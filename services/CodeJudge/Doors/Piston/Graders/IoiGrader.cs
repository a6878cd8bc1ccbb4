namespace Judges.Code;

/// <summary>
/// Grades as Piston's package <c>cms_ioi</c> does: the submission is linked with the task's grader; what it wrote is judged by the checker, or it
/// talks with the manager. There all share one folder; here the checker, the manager and what is expected are never in the submission's box or reach.
/// </summary>
internal sealed class IoiGrader(ProgramRunner runner)
{
    private const string Config = "graders/grader_config.json";
    private const string Manager = "graders/manager.cpp";
    private const string Checker = "checker/checker.cpp";

    // Not the submission's limits: a poor output may cost the checker time.
    private const double CheckerSeconds = 60;

    private static readonly string[] _linked = ["graders/grader.cpp", "graders/stub.cpp"];

    public static bool Grades(PistonRequest request) => request.Language is "cms_ioi" or "cms";

    public async Task<(RunReport? Compile, PistonStage? Run)> Grade(ProgramJob job, CancellationToken cancellationToken)
    {
        var files = GraderFiles.Of(job.Files);
        var config = IoiConfig.Read((files[Config] ?? throw new GraderUnusableException($"{Config} is required")).Content);
        var submission = job with
        {
            Language = Cpp.Language with
            {
                Build =
                [
                    "/usr/bin/g++", "-DEVAL", "-std=gnu++17", "-O2", "-pipe", "-s", "-o", "program", "{file}",
                    .. _linked.Where(name => files[name] is not null),
                ],
                Run = config is { TaskType: "Communication", UsesFifos: true } ? Fifos.ForSubmission : Cpp.Language.Run,
            },
            Files = [files.Submission, .. files.Below("graders/").Where(static file => file.Name is not (Config or Manager))],
            Input = files.Input,
            RunLimits = job.RunLimits with
            {
                CpuSeconds = Math.Min(config.Seconds, job.RunLimits.CpuSeconds),
                WallSeconds = Math.Min(config.Seconds, job.RunLimits.WallSeconds),
                MemoryMb = Math.Clamp((int)Math.Ceiling(config.MemoryMb), 16, 65536),
            },
        };
        return config.TaskType switch
        {
            "Batch" when files.Correct is null && files[Checker] is null => throw new GraderUnusableException(
                $"{GraderFiles.CorrectName} or {Checker} is required: without them a Batch task cannot be graded, and what a program prints is no score"),
            "Batch" => await Batch(files, submission, config, cancellationToken),
            "Communication" when config.Processes != 1 => throw new GraderUnusableException("Communication tasks are graded here with one process only"),
            "Communication" when files[Manager] is null => throw new GraderUnusableException($"{Manager} is required"),
            "Communication" => await Communication(files, submission, config, cancellationToken),
            var other => throw new GraderUnusableException($"Unsupported task type \"{other}\""),
        };
    }

    private async Task<(RunReport? Compile, PistonStage? Run)> Batch(GraderFiles files, ProgramJob submission, IoiConfig config, CancellationToken cancellationToken)
    {
        var result = await runner.Run(submission, cancellationToken);
        if (result.Run is not { } run)
            return (result.Compile, null);
        var grade = Failure(run.Stopped, run.Exit, config) ?? await Compare(files, run.Output, submission, cancellationToken);
        return (result.Compile, grade.Stage(run));
    }

    private async Task<(RunReport? Compile, PistonStage? Run)> Communication(GraderFiles files, ProgramJob submission, IoiConfig config, CancellationToken cancellationToken)
    {
        var manager = submission with
        {
            Language = Trusted(Fifos.ForManager),
            Main = Manager,
            Files = [.. files.Below("graders/").Where(static file => file.Name != Config), new BoxFile(GraderFiles.InputName, files.Input)],
            Arguments = config.ManagerArguments,
        };
        var (result, defect) = await runner.RunBeside(submission with { Input = default }, manager, cancellationToken);
        if (defect is not null)
            throw new GraderUnusableException($"Could not compile manager: {DoorRules.Text(defect.Errors)}");
        if (result.Run is not { } run)
            return (result.Compile, null);
        // The manager decides; what became of the submission is its business.
        var said = run.Tester!;
        var written = said.Result[Math.Min(2, said.Result.Length)..];
        var grade = Failure(run.Stopped, said.Exit, config)
            ?? (files.Correct is not null && files[Checker] is not null
                ? await Compare(files, written, submission, cancellationToken)
                : new PistonGrade(DoorRules.Text(written), DoorRules.Text(said.Errors)));
        return (result.Compile, grade.Stage(run));
    }

    // Its script ends with 0 whatever became of the program.
    private static PistonGrade? Failure(StopReason? stopped, int exit, IoiConfig config) =>
        PistonGrade.OfFailure(stopped, exit, config.Seconds, config.MemoryMb) is { } failure ? failure with { Code = 0 } : null;

    private async Task<PistonGrade> Compare(GraderFiles files, ReadOnlyMemory<byte> output, ProgramJob job, CancellationToken cancellationToken)
    {
        var correct = files.Correct ?? default;
        if (files[Checker] is null)
            return PistonGrade.OfDifference(WordComparison.HaveSameLines(correct.Span, output.Span));
        var result = await runner.Run(files.Check(job, Trusted(Cpp.Language.Run), Checker, files.Below("checker/"), correct, output, CheckerSeconds), cancellationToken);
        return result.Run is { Stopped: null } run
            ? new PistonGrade(DoorRules.Text(run.Output), DoorRules.Text(run.Errors), DoorRules.ExitCode(run))
            : throw new GraderUnusableException(result.Run is null
                ? $"Could not compile checker: {DoorRules.Text(result.Compile!.Errors)}"
                : "the checker met its own limits");
    }

    private static Language Trusted(IReadOnlyList<string> run) => Cpp.Language with
    {
        Build = ["/usr/bin/g++", "-x", "c++", "-std=gnu++17", "-O2", "-o", "program", "{file}"],
        Run = run,
    };
}
