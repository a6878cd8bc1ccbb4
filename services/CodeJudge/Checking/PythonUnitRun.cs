using System.Text.Json;

namespace Judges.Code;

/// <summary>
/// Python's tests, which forks of the box's interpreter run: in a process of their own, or, where they need the submission's objects beside
/// theirs, in the submission's, with a tester that keeps the constants and compares. The isolated tester finds which, from the tests.
/// </summary>
internal sealed class PythonUnitRun : UnitRun
{
    private readonly Runnable _program;
    private readonly PythonTests _tests;
    private readonly Limits _limits;

    private PythonUnitRun(Runnable program, PythonTests tests, Limits limits)
        : base(program, new RunRequest
        {
            Kind = RunKind.Tester,
            Input = JsonSerializer.SerializeToUtf8Bytes(tests, CodeJson.Default.PythonTests),
            Limits = limits,
            MayShareTester = !tests.Shared,
        }) => (_program, _tests, _limits) = (program, tests, limits);

    public static PythonUnitRun Of(Runnable program, UnitTests tests, string? prefix, Limits limits) =>
        new(program, new PythonTests(tests.Code, tests.EntryPoint, prefix, tests.Isolation is UnitIsolation.Shared), limits);

    public override string? Isolation => _tests.Shared ? "shared" : null;

    public override RunRequest Request(Limits limits) => _tests.Shared ? base.Request(limits) with { Kind = RunKind.Shared } : base.Request(limits);

    public override TestRun? Instead(RunReport report) =>
        report.Tester is { } tester && tester.Result.Span is [(byte)'I', (byte)'P', (byte)'N', ..] ? new PythonUnitRun(_program, _tests with { Shared = true }, _limits) : null;
}

/// <summary>What Python's tester is given.</summary>
/// <param name="Shared">Whether the tests are run in the submission's process.</param>
internal sealed record PythonTests(string Code, string? EntryPoint, string? Prefix, bool Shared = false);
