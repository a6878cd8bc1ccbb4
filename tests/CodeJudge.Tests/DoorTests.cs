using System.Net;
using System.Text;
using Judges;
using Judges.Code;
using MassTransit;
using MassTransit.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Options;

namespace CodeJudge.Tests;

/// <summary>The same core through HTTP and the bus.</summary>
public sealed class DoorTests
{
    private const string Request = """
        {"id":"c1","judge":"code","language":"python","response":"```python\ndef f(n):\n    return n + 1\n```",
         "tests":{"kind":"call","entryPoint":"f","cases":[{"args":[1],"expected":2}]},"limits":{"wallSeconds":60,"cpuSeconds":20},"later":true}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Http_answers_one_request_with_one_verdict()
    {
        using var app = new App();
        using var client = app.CreateClient();

        using var response = await client.PostAsync(new Uri("/v1/judge/code", UriKind.Relative), Json(Request), Token);
        var verdict = await response.Content.ReadFromJsonAsync(JudgesJson.Default.Verdict, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("c1", "code", Outcome.Accepted, 1.0), (verdict!.Id, verdict.Judge, verdict.Outcome, verdict.Reward));
        Assert.Equal("bubblewrap", verdict.Detail!.Value.GetProperty("engine").GetString());
    }

    [Fact]
    public async Task Http_remembers_a_verdict_and_changes_only_its_timing()
    {
        using var app = new App();
        using var client = app.CreateClient();

        var verdicts = new List<Verdict?>();
        for (var i = 0; i < 2; i++)
        {
            using var response = await client.PostAsync(new Uri("/v1/judge/code", UriKind.Relative), Json(Request), Token);
            verdicts.Add(await response.Content.ReadFromJsonAsync(JudgesJson.Default.Verdict, Token));
        }

        Assert.Equal(verdicts[0]!.Detail!.Value.GetRawText(), verdicts[1]!.Detail!.Value.GetRawText());
        Assert.NotNull(verdicts[0]!.Timing!.CpuMs);
        Assert.Null(verdicts[1]!.Timing!.CpuMs);
    }

    [Fact]
    public async Task Http_refuses_what_is_no_request()
    {
        using var app = new App();
        using var client = app.CreateClient();

        using var response = await client.PostAsync(new Uri("/v1/judge/code", UriKind.Relative), Json("{\"judge\":\"code\"}"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Http_holds_back_who_asks_while_too_many_wait()
    {
        using var app = new App(("CodeJudge:MostWaiting", "1"));
        using var client = app.CreateClient();
        var pool = app.Services.GetRequiredService<SandboxPool>();
        var only = await pool.Rent(Token);
        var waiting = pool.Rent(Token).AsTask();

        using (var refused = await client.PostAsync(new Uri("/v1/judge/code", UriKind.Relative), Json(Request), Token))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }
        only.Dispose();
        (await waiting).Dispose();

        using var response = await client.PostAsync(new Uri("/v1/judge/code", UriKind.Relative), Json(Request), Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Health_is_ready_when_a_program_runs()
    {
        using var app = new App();
        using var client = app.CreateClient();

        using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("CodeJudge:Bubblewrap", "bwrap-that-is-not-there")]
    [InlineData("CodeJudge:Python", "/usr/bin/no-such-python")]
    public async Task Without_a_sandbox_every_verdict_is_a_judge_error_that_says_what_to_do(string key, string value)
    {
        using var app = new App((key, value));
        using var client = app.CreateClient();

        using var response = await client.PostAsync(new Uri("/v1/judge/code", UriKind.Relative), Json(Request), Token);
        var verdict = await response.Content.ReadFromJsonAsync(JudgesJson.Default.Verdict, Token);
        using var health = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Token);

        Assert.Equal(Outcome.JudgeError, verdict!.Outcome);
        Assert.Null(verdict.Reward);
        Assert.Contains("install", verdict.Detail!.Value.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
    }

    [Theory]
    [InlineData("CodeJudge:Boxes", "-1")]
    [InlineData("CodeJudge:Boxes", "1000")]
    [InlineData("CodeJudge:Python", "/opt/python/bin/python3")]
    [InlineData("CodeJudge:Bubblewrap", "")]
    [InlineData("CodeJudge:ScratchMb", "0")]
    [InlineData("CodeJudge:FirstUserId", "1000")]
    [InlineData("CodeJudge:CacheEntries", "-1")]
    [InlineData("CodeJudge:Engine", "7")]
    public async Task A_wrong_option_stops_the_start(string key, string value)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection([new(key, value)]);
        builder.AddCodeJudge();
        using var host = builder.Build();

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));
    }

    [Fact]
    public async Task The_bus_answers_a_rollout()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddCodeJudge();
        builder.Services.AddMassTransitTestHarness(static bus => bus.AddCodeJudgeConsumers());
        using var host = builder.Build();
        await host.StartAsync(Token);
        var harness = host.Services.GetRequiredService<ITestHarness>();
        var client = harness.GetRequestClient<GradeCodeRollouts>();
        var command = new GradeCodeRollouts
        {
            Run = "run",
            Group = 3,
            Rollouts = [new RolloutRequest<GradeCode>(7, Ask.Call("def f(n):\n    return n", "f", ("[1]", "1")))],
        };

        var answer = (await client.GetResponse<RolloutsGraded>(command, Token)).Message;

        Assert.Equal(("run", 3L, "code"), (answer.Run, answer.Group, answer.Judge));
        var graded = Assert.Single(answer.Verdicts);
        Assert.Equal((7, Outcome.Accepted), (graded.Index, graded.Verdict.Outcome));
        await host.StopAsync(Token);
    }

    [Fact]
    public void The_queue_is_the_one_that_the_contracts_name()
    {
        var definition = new GradeCodeConsumerDefinition(new CodeJudgeOptions { Boxes = 3 });

        Assert.Equal(3, definition.ConcurrentMessageLimit);
        Assert.Equal("grade-code", ((IConsumerDefinition)definition).GetEndpointName(DefaultEndpointNameFormatter.Instance));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private sealed class App(params (string Key, string Value)[] settings) : WebApplicationFactory<GradeCodeConsumer>
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            builder.UseContentRoot(AppContext.BaseDirectory);
            foreach (var (key, value) in settings.Prepend(("CodeJudge:Boxes", "1")).Prepend(("CodeJudge:DockerEndpoint", "unix:///run/no-engine.sock")))
                builder.UseSetting(key, value);
        }
    }
}
