using MassTransit;

namespace Judges.Hosting;

/// <summary>What a judge's consumer does: grade the rollouts of a message and answer whoever asked.</summary>
public static class RolloutAnswering
{
    /// <summary>
    /// Grades and answers. The command is acknowledged only after the answer is on its way, so a judge that dies in between leaves the
    /// command to the next one; whoever asked drops the second answer.
    /// </summary>
    public static async Task Answer<TCommand, TRequest>(this GuardedJudge<TRequest> judge, ConsumeContext<TCommand> context)
        where TCommand : GradeRollouts<TRequest>
        where TRequest : GradeRequest
    {
        var command = context.Message;
        var verdicts = new RolloutVerdict[command.Rollouts.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            var (index, request) = command.Rollouts[i];
            verdicts[i] = new RolloutVerdict(index, await judge.Grade(request, context.CancellationToken));
        }
        await context.RespondAsync(new RolloutsGraded { Run = command.Run, Group = command.Group, Judge = judge.Name, Verdicts = verdicts });
    }
}
