using System.Text.Json;

namespace Judges.Code;

/// <summary>Collects the tests' ends and says what they amount to.</summary>
internal sealed class Grading(GradeCode request, Language language)
{
    private const int MostCases = 100;
    private const int MostMessage = 300;

    private readonly List<Outcome> _ends = [];
    private readonly List<CaseDetail> _cases = [];
    private Build.Failed? _failure;
    private double _cpu;

    public EfficiencyDetail? Efficiency { get; set; }

    /// <summary>Set where tests were isolated otherwise than by the box.</summary>
    public string? Isolation { get; set; }

    /// <summary>Whether all tests that were run were passed.</summary>
    public bool AllPassed => _ends.Count > 0 && _ends.TrueForAll(static end => end is Outcome.Accepted);

    public void Fail(Build.Failed failure) => _failure = failure;

    public void Add(IReadOnlyList<TestEnd> ends, RunReport report)
    {
        foreach (var end in ends)
        {
            if (_cases.Count < MostCases)
            {
                var message = end.Message is { Length: > MostMessage } text ? text[..MostMessage] : end.Message;
                _cases.Add(new CaseDetail(_ends.Count, end.Outcome, Math.Round(report.WallMs, 2), Math.Round(report.CpuMs, 2), report.PeakKb, message));
            }
            _ends.Add(end.Outcome);
        }
        _cpu += report.CpuMs;
    }

    /// <summary>
    /// Whether the tests that are left can be passed over: the source does not parse, or, where only all count, one test has met a limit,
    /// which the others would meet too and take as long.
    /// </summary>
    public bool IsDecided => _ends[^1] switch
    {
        Outcome.CompileError => true,
        Outcome.TimeLimitExceeded or Outcome.MemoryLimitExceeded or Outcome.OutputLimitExceeded => request.Reward is CodeReward.AllOrNothing,
        _ => false,
    };

    /// <param name="total">How many tests there are; those of a single run are known only when it has ended.</param>
    public Graded Finish(string engine, Workshop workshop, int total)
    {
        total = Math.Max(total, _ends.Count);
        var passed = _ends.Count(static end => end is Outcome.Accepted);
        var outcome = _failure is not null ? Outcome.CompileError
            : passed == total ? Outcome.Accepted
            : passed > 0 ? Outcome.PartiallyCorrect
            : _ends[0];
        var stage = Reached(outcome);
        var message = outcome is Outcome.Accepted ? null
            : _failure?.Message ?? _cases.Find(static test => test.Outcome is not Outcome.Accepted)?.Message;
        var detail = new CodeDetail
        {
            Stage = stage,
            Language = language.Name,
            Engine = engine,
            MemoryLimit = workshop.Confinement?.MemoryLimit,
            Isolation = Isolation ?? workshop.Confinement?.Isolation,
            Tests = new TestCount(passed, _ends.Count, total),
            Cases = _cases,
            Efficiency = Efficiency,
            Message = message,
        };
        var reward = RewardPolicy.Of(request.Reward, stage, _ends, total);
        if (outcome is Outcome.Accepted && Efficiency is { } speed && request.Efficiency is { } asked)
            reward = RewardPolicy.WithSpeed(reward, asked.Weight, speed.Score);
        return new Graded(outcome, reward, Element(detail), Math.Round(_cpu, 2), workshop.QueuedMs, IsSettled);
    }

    public static Graded NoProgram { get; } = new(
        Outcome.NoAnswer, 0, Element(new CodeDetail { Stage = Stage.NotFound, Message = "the response holds no program" }), 0, 0, Settled: false);

    private Stage Reached(Outcome outcome) => _failure is { } failure ? failure.Stage
        : outcome is Outcome.CompileError ? Stage.Extracted
        : _ends.TrueForAll(static end => end is Outcome.Accepted or Outcome.WrongAnswer) ? Stage.Ran
        : language.Build.Count > 0 || language.BuildHere is not null ? Stage.Compiles
        : Stage.Parses;

    private bool IsSettled => _ends.TrueForAll(static end => end is not (Outcome.TimeLimitExceeded or Outcome.MemoryLimitExceeded));

    private static JsonElement Element(CodeDetail detail) => JsonSerializer.SerializeToElement(detail, CodeJson.Default.CodeDetail);
}
