namespace Judges.Code;

/// <summary>
/// Grades as Piston's package <c>codeforces</c> does: <c>input.txt</c>, <c>correct_output.txt</c>, <c>grader_config</c> and perhaps <c>checker.py</c>
/// beside the submission. There all share one folder; here the submission's box has its input only, and the checker runs after it in another.
/// </summary>
internal sealed class CodeforcesGrader(ProgramRunner runner)
{
    private const string Checker = "checker.py";
    private const string Config = "grader_config";
    private const double CheckerSeconds = 10;

    public static bool Grades(PistonRequest request) => PistonLanguages.IsCodeforces(request.Language!)
        && request.Files!.Any(static file => file.Name is GraderFiles.InputName) && request.Files!.Any(static file => file.Name is GraderFiles.CorrectName or Config);

    /// <param name="job">The submission with all files, as it would run if it were not graded.</param>
    public async Task<(RunReport? Compile, PistonStage? Run)> Grade(ProgramJob job, CancellationToken cancellationToken)
    {
        var files = GraderFiles.Of(job.Files);
        var config = CodeforcesConfig.Read(files[Config] is { } text ? text.Content.Span : default);
        var input = WordComparison.WithoutReturns(files.Input.Span);
        var result = await runner.Run(
            job with
            {
                Files = [files.Submission, .. files.Others.Where(static file => file.Name is not (Checker or Config)), .. config.UsesFiles ? [new BoxFile(GraderFiles.InputName, input)] : (BoxFile[])[]],
                Input = config.UsesFiles ? default : input,
                Fetch = config.UsesFiles ? [GraderFiles.OutputName] : [],
                RunLimits = job.RunLimits with
                {
                    CpuSeconds = Math.Min(config.Seconds ?? job.RunLimits.CpuSeconds, job.RunLimits.CpuSeconds),
                    WallSeconds = Math.Min(config.Seconds ?? job.RunLimits.WallSeconds, job.RunLimits.WallSeconds),
                    MemoryMb = config.MemoryMb is { } most ? Math.Clamp((int)Math.Ceiling(most), 16, 65536) : job.RunLimits.MemoryMb,
                },
            },
            cancellationToken);
        if (result.Run is not { } run)
            return (result.Compile, null);
        var said = config.UsesFiles ? "" : DoorRules.Text(run.Errors);
        var grade = PistonGrade.OfFailure(run.Stopped, run.Exit, config.Seconds ?? job.RunLimits.WallSeconds, config.MemoryMb ?? job.RunLimits.MemoryMb)
            ?? await Compare(files with { Input = input }, config.UsesFiles ? run.Kept is [var written, ..] ? written.Content : default : run.Output, job, cancellationToken);
        return (result.Compile, (grade with { Feedback = said + grade.Feedback }).Stage(run));
    }

    private async Task<PistonGrade> Compare(GraderFiles files, ReadOnlyMemory<byte> output, ProgramJob job, CancellationToken cancellationToken)
    {
        // Nothing to compare with: a run, whose output is what was asked for.
        if (files.Correct is not { } correct)
            return new PistonGrade(DoorRules.Text(output), "");
        var (wanted, got) = (WordComparison.WithoutEmptyLines(correct.Span, isCorrect: true), WordComparison.WithoutEmptyLines(output.Span, isCorrect: false));
        if (files[Checker] is not { } checker)
            return PistonGrade.OfDifference(WordComparison.HaveSameWords(wanted, got));
        var result = await runner.Run(files.Check(job, Python.Language, Checker, [checker], wanted, got, CheckerSeconds), cancellationToken);
        var run = result.Run!;
        var isPassed = string.Concat(DoorRules.Text(run.Output).Where(static letter => !char.IsWhiteSpace(letter))) is "1" or "100";
        return new PistonGrade(
            isPassed ? "1\n" : "0\n",
            DoorRules.Text(run.Errors) + (isPassed ? "Output is correct (checker)\n" : "Output isn't correct (checker)\n"),
            run.Stopped is null ? DoorRules.ExitCode(run) : 143);
    }
}
