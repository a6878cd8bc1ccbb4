using System.Text;
using System.Text.Json;
using MassTransit;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Judges.Tests.Serving;

/// <summary>A server process on a real broker, asked by MassTransit and by a client that knows only AMQP and JSON.</summary>
public class RabbitMqTests(RabbitMqBroker broker) : IClassFixture<RabbitMqBroker>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly GradeMathRollouts Group = new()
    {
        Run = "test",
        Group = 7,
        Rollouts =
        [
            new(0, new GradeMath { Id = "right", Response = @"\boxed{1/2}", Answer = "0.5" }),
            new(1, new GradeMath { Id = "wrong", Response = @"\boxed{2}", Answer = "0.5" }),
        ],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_answered_to_who_sent_it()
    {
        await using var server = await ServeProcess.Start("math", "--bus", "rabbitmq", "--host", broker.Url);
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker.Url));
            rabbit.ConfigureJsonSerializerOptions(options =>
            {
                options.TypeInfoResolverChain.Insert(0, JudgesJson.Default);
                return options;
            });
        });
        await bus.StartAsync(Token);
        try
        {
            var client = bus.CreateRequestClient<GradeMathRollouts>(new Uri($"queue:{JudgeNames.Queue(JudgeNames.Math)}"), RequestTimeout.After(m: 1));

            var answer = (await client.GetResponse<RolloutsGraded>(Group, Token)).Message;

            Assert.Contains("reading grade-math", server.Said, StringComparison.Ordinal);
            Assert.Equal(("test", 7L, "math"), (answer.Run, answer.Group, answer.Judge));
            Assert.Equal([(0, "right", true), (1, "wrong", false)], answer.Verdicts.Select(v => (v.Index, v.Verdict.Id!, v.Verdict.Passed)));
        }
        finally
        {
            await bus.StopAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Plain_json_without_an_envelope_is_answered_too()
    {
        await using var server = await ServeProcess.Start("math", "--bus", "rabbitmq", "--host", broker.Url);
        var factory = new ConnectionFactory { Uri = new Uri(broker.Url) };
        await using var connection = await factory.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        // The answer to a message without a response address is published: a queue of our own, bound to the event's exchange, receives it.
        var queue = (await channel.QueueDeclareAsync(cancellationToken: Token)).QueueName;
        await channel.ExchangeDeclareAsync("Judges:RolloutsGraded", ExchangeType.Fanout, durable: true, cancellationToken: Token);
        await channel.QueueBindAsync(queue, "Judges:RolloutsGraded", "", cancellationToken: Token);
        var received = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            received.TrySetResult(Encoding.UTF8.GetString(message.Body.Span));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer, Token);

        await channel.BasicPublishAsync(
            "", JudgeNames.Queue(JudgeNames.Math), mandatory: true, new BasicProperties { ContentType = "application/json" },
            JsonSerializer.SerializeToUtf8Bytes(Group, JudgesJson.Default.GradeMathRollouts), Token);

        using var answer = JsonDocument.Parse(await received.Task.WaitAsync(Patience, Token));
        var graded = answer.RootElement.GetProperty("message");
        Assert.Equal(("test", 7, "math"), (graded.GetProperty("run").GetString(), graded.GetProperty("group").GetInt32(), graded.GetProperty("judge").GetString()));
        Assert.Equal(["accepted", "wrongAnswer"], graded.GetProperty("verdicts").EnumerateArray().Select(v => v.GetProperty("verdict").GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_broker_that_is_not_there_is_one_sentence()
    {
        var ended = await JudgesProcess.Run(["serve", "math", "--urls", "http://127.0.0.1:0", "--bus", "rabbitmq", "--host", "amqp://127.0.0.1:1", "--wait", "1"]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("the broker at 127.0.0.1:1 is not there", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_refuses_us_is_one_sentence()
    {
        var stranger = new UriBuilder(broker.Url) { UserName = "nobody", Password = "wrong" }.Uri;

        var ended = await JudgesProcess.Run(["serve", "math", "--urls", "http://127.0.0.1:0", "--bus", "rabbitmq", "--host", $"{stranger}", "--wait", "3"]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("refused us", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_brokers_address_it_says_what_to_set()
    {
        var ended = await JudgesProcess.Run(["serve", "math", "--bus", "rabbitmq"]);

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("judges: Bus:Transport is RabbitMq, so Bus:Host must be the broker's address", ended.Error, StringComparison.Ordinal);
    }
}
