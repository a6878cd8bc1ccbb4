namespace Judges.Code;

/// <summary>
/// Times an accepted program beside the reference solution: the same box, by turns, so that what else the machine does meets both, and the
/// least CPU time of each, which is the one least disturbed.
/// </summary>
internal static class Efficiency
{
    // The slowest say most; the rest is start-up time.
    private const int MostTimed = 3;

    public static async Task<EfficiencyDetail> Measure(
        GradeCode request, CodeEfficiency asked, Language language, IReadOnlyList<(TestRun Run, double CpuMs)> accepted, Workshop workshop)
    {
        var reference = await TestPlan.Make(asked.Reference, request, language, workshop);
        if (reference.Failure is { } failure)
            throw new TestsUnusableException($"`efficiency.reference` does not compile: {failure.Message}");
        var (theirs, ours) = (0.0, 0.0);
        foreach (var (index, run) in accepted.Index().OrderByDescending(static pair => pair.Item.CpuMs).Take(MostTimed).Select(static pair => (pair.Index, pair.Item.Run)))
        {
            var (fastestReference, fastestProgram) = (double.MaxValue, double.MaxValue);
            for (var turn = 0; turn < asked.Repeats; turn++)
            {
                fastestReference = Math.Min(fastestReference, await Time(reference.Runs[index], "the reference solution fails its own tests"));
                fastestProgram = Math.Min(fastestProgram, await Time(run, null));
            }
            theirs += fastestReference;
            ours += fastestProgram;
        }
        return new EfficiencyDetail(Math.Round(theirs / Math.Max(ours, 0.001), 4), Math.Round(theirs, 3), Math.Round(ours, 3), asked.Repeats);

        async Task<double> Time(TestRun test, string? mustPass)
        {
            var report = await workshop.Run(language, test.Request(request.Limits));
            if (test.Instead(report) is { } other)
                (test, report) = (other, await workshop.Run(language, other.Request(request.Limits)));
            if (mustPass is not null && !(await test.Judge(report, workshop)).All(static end => end.Outcome is Outcome.Accepted))
                throw new TestsUnusableException($"`efficiency.reference`: {mustPass}");
            return report.CpuMs;
        }
    }
}
