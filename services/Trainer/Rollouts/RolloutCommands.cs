namespace Judges.Training.Rollouts;

/// <summary>The commands that ask the judges about a group: one per judge for the cheap judges, one per rollout for code.</summary>
internal static class RolloutCommands
{
    /// <param name="run">The run's name.</param>
    /// <param name="group">The group.</param>
    /// <param name="wanted">Which (index, judge) to ask about: all at first, the missing ones when asking again.</param>
    public static IEnumerable<(string Judge, object Command)> For(string run, RolloutGroup group, Func<int, string, bool> wanted)
    {
        foreach (var ask in group.Problem.Asks)
        {
            switch (ask)
            {
                case GradeMath math when Requests(group, math, JudgeNames.Math, wanted, Fill) is { Count: > 0 } requests:
                    yield return (JudgeNames.Math, new GradeMathRollouts { Run = run, Group = group.Number, Rollouts = requests });
                    break;
                case GradeFormat format when Requests(group, format, JudgeNames.Format, wanted, FillFormat) is { Count: > 0 } requests:
                    yield return (JudgeNames.Format, new GradeFormatRollouts { Run = run, Group = group.Number, Rollouts = requests });
                    break;
                case GradeCode code:
                    foreach (var request in Requests(group, code, JudgeNames.Code, wanted, Fill))
                        yield return (JudgeNames.Code, new GradeCodeRollouts { Run = run, Group = group.Number, Rollouts = [request] });
                    break;
            }
        }

        GradeFormat FillFormat(GradeFormat ask, Rollout rollout) =>
            Fill(ask, rollout) with { FinishReason = rollout.Completion.FinishReason };

        TRequest Fill<TRequest>(TRequest ask, Rollout rollout)
            where TRequest : GradeRequest =>
            ask with { Id = $"{run}/{group.Number}/{rollout.Id.Index}", Response = rollout.Text };
    }

    /// <summary>The judge's name for a request.</summary>
    public static string JudgeOf(GradeRequest ask) => ask switch
    {
        GradeMath => JudgeNames.Math,
        GradeFormat => JudgeNames.Format,
        GradeCode => JudgeNames.Code,
        _ => throw new ArgumentException($"{ask.GetType().Name} is no request", nameof(ask)),
    };

    private static List<RolloutRequest<TRequest>> Requests<TRequest>(
        RolloutGroup group, TRequest ask, string judge, Func<int, string, bool> wanted, Func<TRequest, Rollout, TRequest> fill)
        where TRequest : GradeRequest =>
        [.. group.Rollouts.Where(rollout => wanted(rollout.Id.Index, judge))
            .Select(rollout => new RolloutRequest<TRequest>(rollout.Id.Index, fill(ask, rollout)))];
}
