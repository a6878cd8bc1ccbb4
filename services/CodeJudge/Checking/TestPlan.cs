namespace Judges.Code;

/// <summary>The runs that a request's tests ask for, all programs built; or why there are none.</summary>
/// <param name="Failure">Set when the submission cannot be built; there are no runs then.</param>
internal sealed record TestPlan(IReadOnlyList<TestRun> Runs, Build.Failed? Failure)
{
    public static async Task<TestPlan> Make(string source, GradeCode request, Language language, Workshop workshop) => request.Tests switch
    {
        StdioTests stdio => await Stdio(source, stdio, request.Limits, language, workshop),
        CallTests call => await Call(source, call, language, workshop),
        UnitTests unit => await Unit(source, unit, request, language, workshop),
        _ => throw new NotSupportedException($"the code judge knows no tests of type {request.Tests?.GetType().Name}"),
    };

    private static async Task<TestPlan> Stdio(string source, StdioTests tests, Limits limits, Language language, Workshop workshop)
    {
        var (program, failure) = await workshop.Make(language, source);
        if (program is null)
            return new TestPlan([], failure);
        if (tests.Interactor is { } interactor)
        {
            var partner = await workshop.MakeTrusted(interactor, "the interactor");
            return new TestPlan([.. tests.Cases.Select(test => new InteractiveRun(program, test, partner))], null);
        }
        var checker = tests.Checker.Program is { } judge && tests.Checker.Kind is CheckerKind.Program
            ? new CheckerProgram(await workshop.MakeTrusted(judge, "the checker"))
            : null;
        return new TestPlan([.. tests.Cases.Select(test => new StdioRun(program, test, tests.Checker, checker, limits))], null);
    }

    private static async Task<TestPlan> Call(string source, CallTests tests, Language language, Workshop workshop)
    {
        var (program, failure) = language == Python.Language ? await workshop.Make(language, source)
            : language.Harness is { } harness ? await workshop.Make(language, harness.ForCall(source, CallRun.Target(tests)))
            : throw Without(language, "call");
        return program is null ? new TestPlan([], failure) : new TestPlan([.. tests.Cases.Select(test => new CallRun(program, tests, test))], null);
    }

    private static async Task<TestPlan> Unit(string source, UnitTests tests, GradeCode request, Language language, Workshop workshop)
    {
        if (language == Python.Language)
        {
            var (made, _) = await workshop.Make(language, source);
            return new TestPlan([PythonUnitRun.Of(made!, tests, request.Prefix, request.Limits)], null);
        }
        if (tests.Isolation is UnitIsolation.Shared)
            throw new TestsUnusableException($"`tests.isolation` `shared` is for python: leave it out for {language.Name}");
        var (subject, tester) = language.Harness is { } harness ? harness.ForTests(source, request.Prefix, tests) : throw Without(language, "unit");
        var (program, failure) = await workshop.Make(language, subject);
        if (program is null)
            return new TestPlan([], failure);
        var (runner, defect) = await workshop.Make(language, tester);
        if (runner is null)
            throw new TestsUnusableException($"the tests do not compile: {defect!.Message}");
        return new TestPlan([new UnitRun(program, runner.Execute(default, request.Limits))], null);
    }

    private static NotSupportedException Without(Language language, string kind) =>
        new($"`{kind}` tests are not run in {language.Name}; `stdio` tests are");
}
