using Judges.Hosting;
using Microsoft.Extensions.Options;

namespace Hosting.Tests.Bus;

public class BusOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rabbitmq")]
    [InlineData("http://rabbitmq:5672")]
    public void RabbitMq_without_a_brokers_address_says_what_to_set(string? host)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read(("Bus:Transport", "RabbitMq"), ("Bus:Host", host)));

        Assert.Contains("set Bus__Host=amqp://", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Bus__Transport=InMemory", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amqp://rabbitmq")]
    [InlineData("amqps://user:password@rabbitmq:5671/judges")]
    public void RabbitMq_with_a_brokers_address_is_valid(string host) =>
        Assert.Equal(host, Read(("Bus:Transport", "RabbitMq"), ("Bus:Host", host)).Host);

    [Fact]
    public void The_default_needs_nothing() => Assert.Equal(BusTransport.InMemory, Read().Transport);

    [Theory]
    [InlineData("0")]
    [InlineData("3601")]
    public void The_wait_for_the_broker_has_bounds(string seconds) =>
        Assert.Throws<OptionsValidationException>(() => Read(("Bus:StartSeconds", seconds)));

    private static BusOptions Read(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddJudgeBus(configuration, static _ => { });
        return services.BuildServiceProvider().GetRequiredService<IOptions<BusOptions>>().Value;
    }
}
