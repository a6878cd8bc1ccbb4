using Judges.Hosting;
using Judges.Mathematics;
using MassTransit;

namespace Judges.Bench;

/// <summary>Groups of rollouts through the bus against the same verdicts by a direct call.</summary>
internal static class BusBench
{
    private const int Groups = 500;
    private const int GroupSize = 16;
    private const int InFlight = 16;

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        var memory = await Throughput([], report, cancellationToken);
        report.Line($"in memory, groups of {GroupSize}", Groups / memory.Bus, "messages/s");
        report.Ratio("bus: direct call against the in-memory bus, per group", memory.Bus / memory.Direct);

        if (!File.Exists(PrivateBroker.Server))
        {
            report.Note("no RabbitMQ server on this machine: apt-get install -y --no-install-recommends rabbitmq-server");
            return;
        }
        await using var broker = await PrivateBroker.Start(cancellationToken);
        var rabbit = await Throughput([new("Bus:Transport", "RabbitMq"), new("Bus:Host", broker.Url)], report, cancellationToken);
        report.Line($"RabbitMQ, groups of {GroupSize}", Groups / rabbit.Bus, "messages/s");
        report.Ratio("bus: in memory against RabbitMQ", rabbit.Bus / memory.Bus);
    }

    private static async Task<(double Bus, double Direct)> Throughput(
        IEnumerable<KeyValuePair<string, string?>> settings, Report report, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddMathJudge();
        builder.Services.AddJudgeGrading();
        builder.Services.AddJudgeBus(builder.Configuration, static bus =>
        {
            bus.AddMathJudgeConsumers();
            bus.AddRequestClient<GradeMathRollouts>(new Uri($"queue:{JudgeNames.Queue(JudgeNames.Math)}"));
        });
        using var host = builder.Build();
        await host.StartAsync(cancellationToken);
        try
        {
            var judge = host.Services.GetRequiredService<GuardedJudge<GradeMath>>();
            var direct = await Clock.Seconds(() => Each(async group =>
            {
                foreach (var rollout in Group(group).Rollouts)
                    await judge.Grade(rollout.Request, cancellationToken);
            }));
            var bus = await Clock.Seconds(() => Each(async group =>
            {
                using var scope = host.Services.CreateScope();
                var client = scope.ServiceProvider.GetRequiredService<IRequestClient<GradeMathRollouts>>();
                await client.GetResponse<RolloutsGraded>(Group(group), cancellationToken);
            }));
            return (bus, direct);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }

        Task Each(Func<int, Task> ask) => Parallel.ForEachAsync(
            Enumerable.Range(0, Groups), new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
            async (group, _) => await ask(group));
    }

    private static GradeMathRollouts Group(int number) => new()
    {
        Run = "bench",
        Group = number,
        Rollouts = [.. Enumerable.Range(0, GroupSize).Select(i => new RolloutRequest<GradeMath>(i, MathBench.Requests[i % MathBench.Requests.Count]))],
    };
}
