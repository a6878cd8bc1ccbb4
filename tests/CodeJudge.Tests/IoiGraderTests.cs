using System.Net;
using System.Text.Json;
using CodeJudge.Tests.Languages;

namespace CodeJudge.Tests;

/// <summary>Tasks of the IOI as open-r1 sends them.</summary>
public sealed class IoiGraderTests(DropInHost host) : IClassFixture<DropInHost>
{
    private const string Head = "int square(int n);\n";
    private const string Grader = "#include <cstdio>\n#include \"square.h\"\nint main() { int n; if (scanf(\"%d\", &n) != 1) return 9; printf(\"%d\\n\", square(n)); }";
    private const string Right = "#include \"square.h\"\nint square(int n) { return n * n + 41; }";
    private const string Checker = "#include <fstream>\n#include <iostream>\nint main(int, char** a) { long n, w, g = -1; std::ifstream(a[1]) >> n; std::ifstream(a[2]) >> w; std::ifstream(a[3]) >> g; std::cout << (g == w ? 1.0 : g == w + 1 ? 0.5 : 0.0) << std::endl; std::cerr << (g == w ? \"Output is correct\" : \"Output isn't correct\") << std::endl; }";
    private const string Batch = """{"task_type": "Batch", "code": "square", "time_limit": 10, "memory_limit": 268435456}""";
    private const string Communication = """{"task_type": "Communication", "code": "square", "time_limit": 10, "memory_limit": 268435456, "task_type_parameters_Communication_num_processes": 1, "task_type_parameters_Communication_user_io": "USER_IO"}""";

    // It asks for what the file says, and gives 1 for the right answer.
    private const string Manager = "#include <fstream>\n#include <iostream>\nint main(int, char** a) { std::ofstream to(a[2]); std::ifstream from(a[1]); int n; std::cin >> n; to << n << std::endl; long g = -1; from >> g; std::cout << (g == n * n + 41 ? 1 : 0) << std::endl; std::cerr << (g == n * n + 41 ? \"Output is correct\" : \"Output isn't correct\") << std::endl; }";
    private const string FifoStub = "#include <cstdio>\n#include \"square.h\"\nint main(int, char** a) { FILE* in = fopen(a[1], \"r\"); FILE* out = fopen(a[2], \"w\"); int n; if (fscanf(in, \"%d\", &n) != 1) return 9; fprintf(out, \"%d\\n\", square(n)); fclose(out); }";

    private async Task<(HttpStatusCode Status, JsonElement Body)> Post(string program, string? correct, params (string Name, string Content)[] others)
    {
        List<object> files = [new { name = "graders/square.cpp", content = program }, new { name = "input.txt", content = "30\n" }];
        if (correct is not null)
            files.Add(new { name = "correct_output.txt", content = correct });
        files.AddRange(others.Select(static file => new { name = file.Name, content = file.Content }));
        var request = new { language = "cms_ioi", version = "*", files, run_timeout = 60000, compile_timeout = 60000, run_memory_limit = 268435456 };
        using var answer = await host.Client.PostAsJsonAsync(new Uri("/api/v2/execute", UriKind.Relative), request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, Ask.Json(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private async Task<(int Compile, int Code, string Score, string Feedback)> Grade(string program, string? correct, params (string Name, string Content)[] others)
    {
        Toolchain.Demand("cpp");
        var (status, body) = await Post(program, correct, others);
        Assert.True(status is HttpStatusCode.OK, body.GetRawText());
        var run = body.GetProperty("run");
        return (body.GetProperty("compile").GetProperty("code").GetInt32(), run.GetProperty("code").GetInt32(), run.GetProperty("stdout").GetString()!, run.GetProperty("stderr").GetString()!);
    }

    private Task<(int Compile, int Code, string Score, string Feedback)> GradeBatch(string program, bool checks) => Grade(
        program, "941\n", [("graders/square.h", Head), ("graders/grader.cpp", Grader), ("graders/grader_config.json", Batch), .. checks ? [("checker/checker.cpp", Checker)] : ((string, string)[])[]]);

    [Fact]
    public async Task A_batch_task_is_graded_by_its_checker_or_by_what_is_expected()
    {
        Assert.Equal((0, 0, "1\n", "Output is correct\n"), await GradeBatch(Right, checks: true));
        Assert.Equal((0, 0, "1\n", "Output is correct (diff)\n"), await GradeBatch(Right, checks: false));
        Assert.Equal((0, 0, "0.5\n", "Output isn't correct\n"), await GradeBatch(Right.Replace("41", "42", StringComparison.Ordinal), checks: true));
        Assert.Equal((0, 0, "0\n", "Output isn't correct (diff)\n"), await GradeBatch(Right.Replace("41", "42", StringComparison.Ordinal), checks: false));
        Assert.Equal((0, 0, "0\n", "Runtime error with exit code 7\n"), await GradeBatch("#include <cstdlib>\nint square(int) { exit(7); }", checks: false));
        Assert.NotEqual(0, (await GradeBatch("int square(int) { return }", checks: false)).Compile);
    }

    [Theory]
    [InlineData("#include <cstdio>\n#include <cstdlib>\nint square(int) { puts(\"1\"); exit(0); }")]
    [InlineData("#include <fstream>\n#include <filesystem>\nint square(int) { std::filesystem::create_directories(\"checker\"); std::ofstream(\"checker/checker\") << \"#!/bin/sh\\necho 1\\n\"; std::filesystem::permissions(\"checker/checker\", std::filesystem::perms::all); return 1; }")]
    [InlineData("#include <sys/stat.h>\n#include <unistd.h>\nint square(int) { mkdir(\"correct_output.txt\", 0777); symlink(\"/dev/null\", \"input.txt\"); _exit(0); }")]
    [InlineData("#include <cstdio>\n#include <initializer_list>\n#include <unistd.h>\nint square(int) { char line[64] = \"\"; for (const char* name : {\"correct_output.txt\", \"graders/grader_config.json\", \"checker/checker.cpp\", \"../correct_output.txt\"}) if (FILE* f = fopen(name, \"r\")) { if (fgets(line, 64, f)) printf(\"%s\", line); } fflush(stdout); _exit(0); }")]
    public async Task What_beats_the_package_earns_nothing_here(string program)
    {
        foreach (var checks in (bool[])[true, false])
        {
            var (compile, _, score, feedback) = await GradeBatch(program, checks);

            Assert.Equal(0, compile);
            Assert.True(score == "0\n", $"{score} {feedback}");
        }
    }

    [Theory]
    [InlineData("std_io", Grader)]
    [InlineData("fifo_io", FifoStub)]
    public async Task A_communication_task_is_graded_by_its_manager(string io, string stub)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give the manager a user of its own");
        (string, string)[] task = [("graders/square.h", Head), ("graders/stub.cpp", stub), ("graders/manager.cpp", Manager), ("graders/grader_config.json", Communication.Replace("USER_IO", io, StringComparison.Ordinal))];

        Assert.Equal((0, 0, "1\n", "Output is correct\n"), await Grade(Right, null, task));
        Assert.Equal((0, 0, "0\n", "Output isn't correct\n"), await Grade(Right.Replace("41", "42", StringComparison.Ordinal), null, task));
        Assert.Equal((0, 0, "0\n", "Output isn't correct\n"), await Grade("#include <unistd.h>\nint square(int) { write(3, \"1\\n\", 2); _exit(0); }", null, task));
    }

    [Fact]
    public async Task A_task_that_cannot_be_graded_is_refused_and_costs_the_submission_nothing()
    {
        Toolchain.Demand("cpp");

        Assert.Contains("grader_config.json is required", await Refusal(), StringComparison.Ordinal);
        Assert.Contains("cannot be graded", await Refusal(("graders/grader_config.json", Batch)), StringComparison.Ordinal);
        Assert.Contains("Unsupported task type", await Refusal(("graders/grader_config.json", Batch.Replace("Batch", "OutputOnly", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("one process", await Refusal(("graders/grader_config.json", Communication.Replace("processes\": 1", "processes\": 2", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.Contains("Could not compile checker", await Refusal(("graders/grader_config.json", Batch), ("graders/square.h", Head), ("graders/grader.cpp", Grader), ("checker/checker.cpp", "int main( {")), StringComparison.Ordinal);

        async Task<string> Refusal(params (string, string)[] others)
        {
            var (status, body) = await Post(Right, null, others);
            Assert.Equal(HttpStatusCode.BadRequest, status);
            return body.GetProperty("message").GetString()!;
        }
    }
}
