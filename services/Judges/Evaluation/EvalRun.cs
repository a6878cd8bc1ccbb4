using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Judges.Hosting;

namespace Judges.Standalone.Evaluation;

/// <summary>Judges a data set and gathers the verdicts by problem.</summary>
internal sealed class EvalRun(JudgePanel panel, TimeProvider time, TextWriter status, int parallelism)
{
    private readonly List<ProblemTally> _problems = [];
    private readonly Dictionary<string, ProblemTally> _byName = [];
    private int _unreadable;

    public async Task<Evaluation> Evaluate(TextReader input, int[]? ks, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await foreach (var (sample, verdict) in Judged(input, cancellationToken))
            Tally(sample).Verdicts.Add(verdict);
        foreach (var problem in _problems.Where(static p => p.Judge is JudgeNames.Math))
            await problem.Vote(panel, cancellationToken);
        return Summary.Of(_problems, ks, _unreadable, time.GetElapsedTime(started));
    }

    private ProblemTally Tally(EvalSample sample)
    {
        if (!_byName.TryGetValue(sample.Problem, out var problem))
        {
            _byName[sample.Problem] = problem = new ProblemTally(sample.Problem, sample.Request);
            _problems.Add(problem);
        }
        return problem;
    }

    /// <summary>The verdicts in the order of the data set, while up to <c>parallelism</c> samples are judged at a time.</summary>
    private async IAsyncEnumerable<(EvalSample Sample, Verdict Verdict)> Judged(TextReader input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pending = Channel.CreateBounded<Task<(EvalSample, Verdict)>>(parallelism);
        var reading = Read(input, pending.Writer, stop.Token);
        try
        {
            await foreach (var next in pending.Reader.ReadAllAsync(cancellationToken))
                yield return await next;
            await reading;
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private async Task Read(TextReader input, ChannelWriter<Task<(EvalSample, Verdict)>> pending, CancellationToken cancellationToken)
    {
        try
        {
            var number = 0L;
            await foreach (var line in input.ReadLines(cancellationToken))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                if (!EvalDataset.TryRead(line, number, out var samples, out var reason))
                {
                    _unreadable++;
                    await status.WriteLineAsync($"judges: line {number} was not judged: {reason}");
                    continue;
                }
                foreach (var sample in samples)
                    await pending.WriteAsync(Task.Run(() => Judge(sample, cancellationToken), cancellationToken), cancellationToken);
            }
            pending.Complete();
        }
        catch (Exception fault)
        {
            pending.Complete(fault);
        }
    }

    private async Task<(EvalSample, Verdict)> Judge(EvalSample sample, CancellationToken cancellationToken) =>
        (sample, await panel.Grade(sample.Request, cancellationToken));
}

/// <summary>The verdicts on one problem's samples.</summary>
internal sealed class ProblemTally(string name, GradeRequest first)
{
    public string Name => name;

    public string Judge { get; } = first switch
    {
        GradeMath => JudgeNames.Math,
        GradeFormat => JudgeNames.Format,
        _ => JudgeNames.Code,
    };

    public List<Verdict> Verdicts { get; } = [];

    public IEnumerable<Verdict> Judged => Verdicts.Where(static v => v.Outcome is not Outcome.JudgeError);

    /// <summary>For math: each judged sample's class of equal answers; see <see cref="AnswerClasses"/>.</summary>
    public IReadOnlyList<int> Votes { get; private set; } = [];

    public string? MajorityAnswer { get; private set; }

    public async Task Vote(JudgePanel panel, CancellationToken cancellationToken)
    {
        var classes = new AnswerClasses(panel);
        var votes = new List<int>();
        foreach (var verdict in Judged)
            votes.Add(await classes.Of(verdict, cancellationToken));
        Votes = votes;
        MajorityAnswer = Judged.Zip(votes).Where(static v => v.Second >= 0)
            .GroupBy(static v => v.Second, static v => v.First)
            .OrderByDescending(static g => g.Count())
            .Select(static g => AnswerClasses.Answer(g.First()))
            .FirstOrDefault();
    }
}
