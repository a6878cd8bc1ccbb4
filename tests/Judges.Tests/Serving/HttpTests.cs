using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Judges.Tests.Serving;

public class HttpTests
{
    private const string Math = """{"id":"m","judge":"math","response":"\\boxed{7}","answer":"7"}""";
    private const string Format = """{"id":"f","judge":"format","response":"no tags"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_judges_answer_behind_one_door()
    {
        await using var server = await ServeProcess.Start();
        using var client = new HttpClient { BaseAddress = server.Address };

        var (status, body) = await Post(client, "/v1/judge", $"[{Math},{Format}]");

        Assert.Contains("serving math, format, code", server.Said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, status);
        using var verdicts = JsonDocument.Parse(body);
        Assert.Equal([("m", true), ("f", false)], verdicts.RootElement.EnumerateArray().Select(v => (v.GetProperty("id").GetString()!, v.GetProperty("passed").GetBoolean())));
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Token));
        Assert.Contains("/v1/judge/code", await client.GetStringAsync("/openapi/v1.json", Token), StringComparison.Ordinal);
        Assert.Equal(0, await server.Stop());
    }

    [Fact]
    public async Task A_judge_that_is_not_served_is_refused_by_name()
    {
        await using var server = await ServeProcess.Start("math");
        using var client = new HttpClient { BaseAddress = server.Address };

        var (status, body) = await Post(client, "/v1/judge", Format);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("the format judge is not part of this host", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(client, "/v1/judge/format", Format)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post(client, "/v1/judge/math", Math)).Status);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var ended = await JudgesProcess.Run(["serve", "math", "--urls", $"http://{other.LocalEndpoint}"]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("address already in use: stop what listens there, or choose another address with --urls", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://192.0.2.1:8080")]
    public async Task An_address_that_is_none_of_ours_is_one_sentence(string url)
    {
        var ended = await JudgesProcess.Run(["serve", "math", "--urls", url]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("give --urls an address of this machine", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Body)> Post(HttpClient client, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }
}
