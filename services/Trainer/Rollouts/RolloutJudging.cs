using System.Globalization;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Judges.Training.Rollouts;

/// <summary>Publishes rollouts to the judges and waits for all their verdicts.</summary>
internal sealed partial class RolloutJudging(
    IBus bus, VerdictLedger ledger, AnswerAddress answers, IOptions<JudgingOptions> options, TimeProvider time, ILogger<RolloutJudging> logger)
{
    private readonly Dictionary<string, ISendEndpoint> _queues = new(StringComparer.Ordinal);

    /// <summary>Sends a group to its judges without waiting, so that judging overlaps with generating the next one.</summary>
    public async Task Publish(string run, RolloutGroup group, CancellationToken cancellationToken)
    {
        foreach (var rollout in group.Rollouts)
        {
            foreach (var ask in group.Problem.Asks)
            {
                var judge = RolloutCommands.JudgeOf(ask);
                ledger.Expect(new(run, group.Number, rollout.Id.Index, judge), verdict => rollout.Verdicts[judge] = verdict);
            }
        }
        await Send(run, group, static (_, _) => true, cancellationToken);
    }

    /// <summary>
    /// Waits until every published rollout has its verdicts. Verdicts that stay away are asked for again, and in the end count as
    /// judgeError: the rollouts are dropped, never scored.
    /// </summary>
    public async Task Settle(string run, IReadOnlyList<RolloutGroup> groups, CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromSeconds(options.Value.PatienceSeconds);
        var retries = 0;
        while (ledger.Outstanding > 0)
        {
            if (await ledger.Progress(patience, time, cancellationToken))
            {
                retries = 0;
                continue;
            }
            var missing = ledger.Open();
            var judges = string.Join(", ", missing.Select(entry => JudgeNames.Queue(entry.Judge)).Distinct().Order(StringComparer.Ordinal));
            if (retries++ >= options.Value.Retries)
            {
                LogGivenUp(logger, missing.Count, judges);
                GiveUp(missing, judges);
                return;
            }
            LogWaiting(logger, missing.Count, judges, patience.TotalSeconds);
            await AskAgain(run, groups, missing, cancellationToken);
        }
    }

    private async Task AskAgain(
        string run, IReadOnlyList<RolloutGroup> groups, IReadOnlyList<VerdictLedger.Entry> missing, CancellationToken cancellationToken)
    {
        var wanted = missing.ToHashSet();
        foreach (var group in groups)
            await Send(run, group, (index, judge) => wanted.Contains(new(run, group.Number, index, judge)), cancellationToken);
    }

    private async Task Send(string run, RolloutGroup group, Func<int, string, bool> wanted, CancellationToken cancellationToken)
    {
        foreach (var (judge, command) in RolloutCommands.For(run, group, wanted))
        {
            if (!_queues.TryGetValue(judge, out var queue))
                _queues[judge] = queue = await bus.GetSendEndpoint(new Uri("queue:" + JudgeNames.Queue(judge)));
            await queue.Send(command, command.GetType(), context => context.ResponseAddress = answers.Uri, cancellationToken);
        }
    }

    private void GiveUp(IReadOnlyList<VerdictLedger.Entry> missing, string judges)
    {
        var waited = TimeSpan.FromSeconds(options.Value.PatienceSeconds * (options.Value.Retries + 1.0));
        var reason = string.Create(CultureInfo.InvariantCulture, $"no verdict within {waited.TotalSeconds} s from {judges}");
        foreach (var entry in missing)
        {
            ledger.Receive(new RolloutsGraded
            {
                Run = entry.Run,
                Group = entry.Group,
                Judge = entry.Judge,
                Verdicts =
                [
                    new(entry.Index, new Verdict
                    {
                        Judge = entry.Judge,
                        Outcome = Outcome.JudgeError,
                        Reward = null,
                        Detail = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["reason"] = reason }),
                        JudgeVersion = "none",
                    }),
                ],
            });
        }
    }

    [LoggerMessage(LogLevel.Warning, "No verdict for {Seconds} s; asking again for {Missing} from {Queues}. Is a judge running for each? (./judges serve NAME --bus rabbitmq)")]
    private static partial void LogWaiting(ILogger logger, int missing, string queues, double seconds);

    [LoggerMessage(LogLevel.Error, "Gave up on {Missing} verdicts from {Queues}: their rollouts are dropped and counted as judgeError")]
    private static partial void LogGivenUp(ILogger logger, int missing, string queues);
}
