using System.Net;
using System.Text;
using System.Text.Json;
using Judges.Code;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CodeJudge.Tests;

/// <summary>What the clients of other judges send, and what they read of the answer.</summary>
public sealed class DropInTests(DropInHost host) : IClassFixture<DropInHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // As verl's client sends it: one POST a test, fields that we do not know among them.
    private Task<(HttpStatusCode Status, JsonElement Body)> RunCode(string code, string? stdin = null, string language = "python", double timeout = 10) => Post(
        "/run_code",
        new { compile_timeout = timeout, run_timeout = timeout, code, stdin, memory_limit_MB = 1024, language, files = new { }, fetch_files = Array.Empty<string>(), unknown = 1 });

    private async Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object body)
    {
        using var response = await host.Client.PostAsJsonAsync(path, body, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        return (response.StatusCode, text.Length == 0 ? default : Ask.Json(text));
    }

    [Fact]
    public async Task Run_code_of_a_good_program_is_a_success_with_its_output()
    {
        var (status, body) = await RunCode("print(int(input()) * 2)", "21\n");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Success", body.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("compile_result").ValueKind);
        var run = body.GetProperty("run_result");
        Assert.Equal(("Finished", 0, "42\n", ""), (run.GetProperty("status").GetString(), run.GetProperty("return_code").GetInt32(), run.GetProperty("stdout").GetString(), run.GetProperty("stderr").GetString()));
        Assert.True(run.GetProperty("execution_time").GetDouble() > 0);
    }

    [Fact]
    public async Task Run_code_of_a_program_that_raises_is_failed_with_its_traceback()
    {
        var (_, body) = await RunCode("print('so far')\nraise ValueError('no')");

        Assert.Equal("Failed", body.GetProperty("status").GetString());
        var run = body.GetProperty("run_result");
        Assert.Equal(("Finished", 1, "so far\n"), (run.GetProperty("status").GetString(), run.GetProperty("return_code").GetInt32(), run.GetProperty("stdout").GetString()));
        Assert.Contains("Traceback", run.GetProperty("stderr").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_code_that_is_out_of_time_has_no_return_code_and_keeps_its_output()
    {
        var (_, body) = await RunCode("print('so far', flush=True)\nwhile True: pass", timeout: 0.3);

        Assert.Equal("Failed", body.GetProperty("status").GetString());
        var run = body.GetProperty("run_result");
        Assert.Equal(("TimeLimitExceeded", JsonValueKind.Null, "so far\n"), (run.GetProperty("status").GetString(), run.GetProperty("return_code").ValueKind, run.GetProperty("stdout").GetString()));
    }

    [Fact]
    public async Task Run_code_takes_files_and_brings_files_back()
    {
        var (_, body) = await Post("/run_code", new
        {
            code = "open('out.txt', 'w').write(open('in/a.txt').read().upper())",
            language = "python",
            files = new Dictionary<string, string> { ["in/a.txt"] = Base64("hello") },
            fetch_files = new[] { "out.txt", "missing.txt" },
        });

        Assert.Equal("Success", body.GetProperty("status").GetString());
        Assert.Equal(Base64("HELLO"), Assert.Single(body.GetProperty("files").EnumerateObject()).Value.GetString());
    }

    [Theory]
    [InlineData("""{"language":"python"}""", "code")]
    [InlineData("""{"code":"x"}""", "language")]
    [InlineData("""{"code":"x","language":"cobol"}""", "language")]
    [InlineData("""{"code":"x","language":"python","files":{"../x":""}}""", "files")]
    [InlineData("""{"code":"x","language":"python","files":{"x":"not base64!"}}""", "files")]
    [InlineData("nonsense", "body")]
    public async Task Run_code_that_does_not_fit_is_422_and_names_the_field(string body, string field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Client.PostAsync(new Uri("/run_code", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var detail = Ask.Json(await response.Content.ReadAsStringAsync(Token)).GetProperty("detail")[0];
        Assert.Equal(field, detail.GetProperty("loc")[1].GetString());
    }

    [Fact]
    public async Task A_hundred_at_a_time_are_queued_and_each_gets_its_own_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => RunCode($"print({i})", timeout: 60)));

        Assert.All(answers.Index(), static answer => Assert.Equal($"{answer.Index}\n", answer.Item.Body.GetProperty("run_result").GetProperty("stdout").GetString()));
    }

    [Fact]
    public async Task Submit_judges_the_stdio_tests_that_come_with_it()
    {
        var row = new { test = JsonSerializer.Serialize(new[] { new { input = new { stdin = "1\n" }, output = new { stdout = "2\n" } }, new { input = new { stdin = "5\n" }, output = new { stdout = "10\n" } } }) };

        var (_, right) = await Post("/submit", new { dataset = "x", id = 7, completion = Ask.Fence("print(int(input()) * 2)"), config = new { language = "python", provided_data = row } });
        var (_, wrong) = await Post("/submit", new { dataset = "x", id = 7, completion = Ask.Fence("print(2)"), config = new { language = "python", provided_data = row } });

        Assert.Equal((true, 7, 2), (right.GetProperty("accepted").GetBoolean(), right.GetProperty("id").GetInt32(), right.GetProperty("tests").GetArrayLength()));
        Assert.False(wrong.GetProperty("accepted").GetBoolean());
        Assert.Equal([true, false], wrong.GetProperty("tests").EnumerateArray().Select(static test => test.GetProperty("passed").GetBoolean()));
    }

    [Fact]
    public async Task Ping_is_answered() => Assert.Equal("\"pong\"", await host.Client.GetStringAsync(new Uri("/v1/ping", UriKind.Relative), Token));

    [Fact]
    public async Task Piston_runs_files_with_input_and_arguments()
    {
        var (status, body) = await Post("/api/v2/execute", new
        {
            language = "python",
            version = "*",
            files = new object[] { new { name = "a.py", content = "import sys, b\nprint(input(), sys.argv[1], b.x)" }, new { name = "b.py", content = Base64("x = 3"), encoding = "base64" } },
            stdin = "in",
            args = new[] { "arg" },
            run_timeout = 20000,
        });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(body.TryGetProperty("compile", out _));
        var run = body.GetProperty("run");
        Assert.Equal(("in arg 3\n", 0, JsonValueKind.Null, JsonValueKind.Null), (run.GetProperty("stdout").GetString(), run.GetProperty("code").GetInt32(), run.GetProperty("signal").ValueKind, run.GetProperty("status").ValueKind));
    }

    [Fact]
    public async Task Piston_tells_a_time_limit_by_status_and_signal_and_always_shows_a_compile_stage_where_callers_index_it()
    {
        var (_, body) = await Post("/api/v2/execute", new { language = "cf_python3", version = "*", files = new[] { new { content = "while True: pass" } }, run_timeout = 300 });

        Assert.Equal(0, body.GetProperty("compile").GetProperty("code").GetInt32());
        var run = body.GetProperty("run");
        Assert.Equal(("TO", "SIGKILL", JsonValueKind.Null), (run.GetProperty("status").GetString(), run.GetProperty("signal").GetString(), run.GetProperty("code").ValueKind));
    }

    [Fact]
    public async Task Piston_refuses_with_a_message()
    {
        Assert.Equal("cobol-* runtime is unknown", await Message(new { language = "cobol", version = "*", files = new[] { new { content = "x" } } }));
        Assert.Equal("run_timeout cannot exceed the configured limit of 120000", await Message(new { language = "python", version = "*", files = new[] { new { content = "x" } }, run_timeout = 999999 }));

        async Task<string?> Message(object request)
        {
            var (status, body) = await Post("/api/v2/execute", request);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            return body.GetProperty("message").GetString();
        }
    }

    [Fact]
    public async Task Runtimes_are_listed()
    {
        var runtimes = Ask.Json(await host.Client.GetStringAsync(new Uri("/api/v2/runtimes", UriKind.Relative), Token));

        Assert.Contains(runtimes.EnumerateArray(), static runtime => runtime.GetProperty("language").GetString() == "python");
    }

    [Fact]
    public async Task A_batch_answers_in_order_with_the_value_of_each_scripts_last_expression()
    {
        var (_, body) = await Post("/execute_batch", new
        {
            scripts = new[] { "x = 0.25\nx * 2", "print('no value')", "raise ValueError('no')", "import subprocess\nsubprocess.run(['python3', '-c', 'print(7)'], capture_output=True, text=True).stdout.strip()" },
            languages = new[] { "python", "python", "python", "python" },
            timeout = 30,
            request_timeout = 60,
        });

        Assert.Equal("0.5", body[0].GetProperty("execution").GetProperty("results")[0].GetProperty("text").GetString());
        Assert.Equal("0.5", body[0].GetProperty("text").GetString());
        Assert.Equal("no value\n", body[1].GetProperty("execution").GetProperty("logs").GetProperty("stdout")[0].GetString());
        Assert.Equal(JsonValueKind.Null, body[1].GetProperty("text").ValueKind);
        Assert.Equal("ValueError: no", body[2].GetProperty("exception_str").GetString());
        Assert.Equal("'7'", body[3].GetProperty("text").GetString());
    }
}

/// <summary>The code judge as a service.</summary>
public sealed class DropInHost : IDisposable
{
    private readonly WebApplicationFactory<CodeJudgeOptions> _factory = new();
    private readonly WebApplicationFactory<CodeJudgeOptions> _host;

    public DropInHost()
    {
        _host = _factory.WithWebHostBuilder(static web => web.ConfigureServices(static services =>
            services.AddSingleton<ISandboxEngine>(static provider => TestEngine.Create(provider.GetRequiredService<CodeJudgeOptions>()))));
        Client = _host.CreateClient();
        Client.Timeout = TimeSpan.FromMinutes(5);
    }

    public HttpClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _host.Dispose();
        _factory.Dispose();
    }
}
