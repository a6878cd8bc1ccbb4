using System.Net;
using System.Text;
using System.Text.Json;

namespace Hosting.Tests.Http;

public class JudgeEndpointsTests
{
    private const string Right = """{"judge":"math","id":"a","response":"5","answer":"5"}""";
    private const string Wrong = """{"judge":"math","id":"b","response":"5","answer":"6"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/judge/math")]
    [InlineData("/v1/judge")]
    public async Task One_request_gets_one_verdict(string path)
    {
        var (status, type, body) = await Post(path, Right);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (status, type));
        using var verdict = JsonDocument.Parse(body);
        Assert.Equal("accepted", verdict.RootElement.GetProperty("outcome").GetString());
        Assert.Equal("a", verdict.RootElement.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/v1/judge/math")]
    [InlineData("/v1/judge")]
    public async Task An_array_gets_an_array_in_the_same_order(string path)
    {
        var (status, _, body) = await Post(path, $"[{Right},{Wrong},{Right}]");

        Assert.Equal(HttpStatusCode.OK, status);
        using var verdicts = JsonDocument.Parse(body);
        Assert.Equal(["accepted", "wrongAnswer", "accepted"], verdicts.RootElement.EnumerateArray().Select(verdict => verdict.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task An_empty_array_gets_an_empty_array() => Assert.Equal("[]", (await Post("/v1/judge/math", "[]")).Body);

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("application/x-ndjson; charset=utf-8")]
    public async Task Json_lines_get_json_lines_and_an_unreadable_one_stops_nothing(string contentType)
    {
        var (status, type, body) = await Post("/v1/judge", $"{Right}\nnonsense\n\n{Wrong}", contentType);

        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson"), (status, type));
        var lines = body.TrimEnd('\n').Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains("\"accepted\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("line 2 was not judged", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"wrongAnswer\"", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/judge/math", "{", "")]
    [InlineData("/v1/judge/math", "", "")]
    [InlineData("/v1/judge/math", "null", "null is no request")]
    [InlineData("/v1/judge/math", """{"response":"5"}""", "required fields are missing: 'answer'")]
    [InlineData("/v1/judge/math", $"[{Right},{{}}]", "request 1 of the batch")]
    [InlineData("/v1/judge", """{"response":"5"}""", "`judge`")]
    [InlineData("/v1/judge", """{"judge":"format","response":"5"}""", "the format judge is not part of this host")]
    [InlineData("/v1/judge", $$"""[{{Right}},{"judge":"format","response":"5"}]""", "the format judge is not part of this host")]
    public async Task What_is_no_request_gets_problem_details(string path, string content, string detail)
    {
        var (status, type, body) = await Post(path, content);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (status, type));
        using var problem = JsonDocument.Parse(body);
        Assert.Equal("The request was not judged", problem.RootElement.GetProperty("title").GetString());
        Assert.Contains(detail, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told(string path)
    {
        await using var host = await TestHost.Start();

        Assert.Equal("Healthy", await host.Client.GetStringAsync(path, Token));
    }

    [Fact]
    public async Task The_open_api_document_lists_the_paths()
    {
        await using var host = await TestHost.Start();

        using var document = JsonDocument.Parse(await host.Client.GetStringAsync("/openapi/v1.json", Token));

        var paths = document.RootElement.GetProperty("paths");
        Assert.True(paths.GetProperty("/v1/judge/math").TryGetProperty("post", out _));
        Assert.True(paths.GetProperty("/v1/judge").TryGetProperty("post", out _));
    }

    [Fact]
    public async Task An_unknown_path_gets_problem_details()
    {
        var (status, type, _) = await Post("/v1/judges", Right);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (status, type));
    }

    private static async Task<(HttpStatusCode Status, string? Type, string Body)> Post(string path, string content, string contentType = "application/json")
    {
        await using var host = await TestHost.Start();
        using var body = new StringContent(content, Encoding.UTF8);
        body.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);
        using var response = await host.Client.PostAsync(path, body, Token);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(Token));
    }
}
