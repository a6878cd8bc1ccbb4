namespace Judges.Hosting;

/// <summary>A judge's core: pure, deterministic, safe from any number of threads. Every door calls it through <see cref="GuardedJudge{TRequest}"/>.</summary>
public interface IJudge<in TRequest>
    where TRequest : GradeRequest
{
    /// <summary>The judge's name on the wire: one of <see cref="JudgeNames"/>.</summary>
    string Name { get; }

    /// <summary>The version that its verdicts carry.</summary>
    string Version { get; }

    /// <summary>Judges one completion. What the model did wrong is a verdict; what we did wrong is an exception.</summary>
    ValueTask<Verdict> Grade(TRequest request, CancellationToken cancellationToken);
}
