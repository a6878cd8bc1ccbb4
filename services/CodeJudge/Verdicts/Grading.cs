using System.Text.Json;

namespace Judges.Code;

/// <summary>Collects the tests' ends and says what they amount to.</summary>
internal sealed class Grading(CodeReward policy, int total)
{
    private const int MostCases = 100;
    private const int MostMessage = 300;

    private readonly List<Outcome> _ends = [];
    private readonly List<CaseDetail> _cases = [];
    private double _cpu;

    public void Add(TestEnd end, RunReport report)
    {
        if (_cases.Count < MostCases)
        {
            var message = end.Message is { Length: > MostMessage } text ? text[..MostMessage] : end.Message;
            _cases.Add(new CaseDetail(_ends.Count, end.Outcome, Math.Round(report.WallMs, 2), Math.Round(report.CpuMs, 2), report.PeakKb, message));
        }
        _ends.Add(end.Outcome);
        _cpu += report.CpuMs;
    }

    /// <summary>
    /// Whether the tests that are left can be passed over: the source does not parse, or, where only all count, one test has met a limit,
    /// which the others would meet too and take as long.
    /// </summary>
    public bool IsDecided => _ends[^1] switch
    {
        Outcome.CompileError => true,
        Outcome.TimeLimitExceeded or Outcome.MemoryLimitExceeded or Outcome.OutputLimitExceeded => policy is CodeReward.AllOrNothing,
        _ => false,
    };

    public Graded Finish(string engine, Confinement? confinement, double queueMs)
    {
        var passed = _ends.Count(static end => end is Outcome.Accepted);
        var outcome = passed == total ? Outcome.Accepted
            : passed > 0 ? Outcome.PartiallyCorrect
            : _ends[0];
        var detail = new CodeDetail
        {
            Stage = outcome is Outcome.CompileError ? Stage.Extracted
                : _ends.All(static end => end is Outcome.Accepted or Outcome.WrongAnswer) ? Stage.Ran
                : Stage.Parses,
            Engine = engine,
            MemoryLimit = confinement?.MemoryLimit,
            Isolation = confinement?.Isolation,
            Tests = new TestCount(passed, _ends.Count, total),
            Cases = _cases,
            Message = outcome is Outcome.Accepted ? null : _cases.Find(static test => test.Outcome is not Outcome.Accepted)?.Message,
        };
        return new Graded(outcome, RewardPolicy.Of(policy, _ends, total), Element(detail), Math.Round(_cpu, 2), queueMs, IsSettled);
    }

    public static Graded NoProgram { get; } = new(
        Outcome.NoAnswer, 0, Element(new CodeDetail { Stage = Stage.NotFound, Message = "the response holds no program" }), 0, 0, Settled: false);

    private bool IsSettled => _ends.TrueForAll(static end => end is not (Outcome.TimeLimitExceeded or Outcome.MemoryLimitExceeded));

    private static JsonElement Element(CodeDetail detail) => JsonSerializer.SerializeToElement(detail, CodeJson.Default.CodeDetail);
}
