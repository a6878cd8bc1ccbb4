using Microsoft.Extensions.DependencyInjection;

namespace Judges.Hosting;

/// <summary>All the judges that a host holds, asked by what the request is.</summary>
public sealed class JudgePanel(IServiceProvider services)
{
    /// <summary>Sends the request to its judge. A judge that this host does not hold is the caller's mistake: <see cref="JudgeNotHostedException"/>.</summary>
    public ValueTask<Verdict> Grade(GradeRequest request, CancellationToken cancellationToken) => request switch
    {
        GradeMath math => Of<GradeMath>(JudgeNames.Math).Grade(math, cancellationToken),
        GradeFormat format => Of<GradeFormat>(JudgeNames.Format).Grade(format, cancellationToken),
        GradeCode code => Of<GradeCode>(JudgeNames.Code).Grade(code, cancellationToken),
        _ => throw new ArgumentException($"{request?.GetType().Name} is no request", nameof(request)),
    };

    private GuardedJudge<TRequest> Of<TRequest>(string name)
        where TRequest : GradeRequest =>
        services.GetService<GuardedJudge<TRequest>>() ?? throw new JudgeNotHostedException(name);
}

/// <summary>The request is for a judge that this host does not hold.</summary>
public sealed class JudgeNotHostedException(string judge)
    : InvalidOperationException($"the {judge} judge is not part of this host")
{
    public string Judge => judge;
}
