using System.Net;
using System.Text.Json;
using CodeJudge.Tests.Languages;

namespace CodeJudge.Tests;

/// <summary>What open-r1 sends to be graded, and what beats the package that it was written for.</summary>
public sealed class PistonGraderTests(DropInHost host) : IClassFixture<DropInHost>
{
    private const string Config = "TIME_LIMIT=10\nMEMORY_LIMIT=256.0\nINPUT_MODE=stdio";
    private const string Answer = "941\nYES\n";
    private const string Right = "n = int(input())\nprint(n * n + 41)\nprint('yes')";

    // Any number that is the square plus 41 in its first word.
    private const string Checker = "import sys\nn = int(open(sys.argv[1]).read())\nopen(sys.argv[2]).read()\nwords = open(sys.argv[3]).read().split()\nprint(100 if words and words[0] == str(n * n + 41) else 0)";

    private async Task<(HttpStatusCode Status, JsonElement Body)> Post(object request)
    {
        using var answer = await host.Client.PostAsJsonAsync(new Uri("/api/v2/execute", UriKind.Relative), request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, Ask.Json(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    private async Task<(int Compile, int Code, string Score, string Feedback)> Codeforces(
        string program, string? checker = null, string language = "cf_python3", string config = Config, string? answer = Answer, string input = "30\r\n")
    {
        List<object> files = [new { name = language == "cf_python3" ? "main.py" : "main.cpp", content = program }];
        if (checker is not null)
            files.Add(new { name = "checker.py", content = checker });
        files.Add(new { name = "input.txt", content = input });
        if (answer is not null)
            files.Add(new { name = "correct_output.txt", content = answer });
        files.Add(new { name = "grader_config", content = config });
        var (status, body) = await Post(new { language, version = "*", files, run_timeout = 60000, compile_timeout = 60000 });
        Assert.Equal(HttpStatusCode.OK, status);
        var run = body.GetProperty("run");
        Assert.Equal(JsonValueKind.Null, run.GetProperty("signal").ValueKind);
        return (body.GetProperty("compile").GetProperty("code").GetInt32(), run.GetProperty("code").GetInt32(), run.GetProperty("stdout").GetString()!, run.GetProperty("stderr").GetString()!);
    }

    [Theory]
    [InlineData(Right, null, "1\n", "Output is correct (diff)\n", 0)]
    [InlineData("print('941\\n\\n  Yes')", null, "1\n", "Output is correct (diff)\n", 0)]
    [InlineData("print(942, 'YES')", null, "0\n", "Output isn't correct (diff)\n", 0)]
    [InlineData("print(941, 'YESS')", null, "0\n", "Output isn't correct (diff)\n", 0)]
    [InlineData(Right, Checker, "1\n", "Output is correct (checker)\n", 0)]
    [InlineData("print(941, 'whatever')", Checker, "1\n", "Output is correct (checker)\n", 0)]
    [InlineData("print(942)", Checker, "0\n", "Output isn't correct (checker)\n", 0)]
    [InlineData("raise SystemExit(3)", Checker, "0\n", "Runtime error with exit code 3\n", 3)]
    [InlineData("import os\nos.abort()", null, "0\n", "Memory limit exceeded (256MB)\n", 134)]
    public async Task A_codeforces_test_is_graded(string program, string? checker, string score, string feedback, int code) =>
        Assert.Equal((0, code, score, feedback), await Codeforces(program, checker));

    [Fact]
    public async Task A_codeforces_program_meets_the_limits_of_its_task_and_not_those_of_the_request()
    {
        var late = await Codeforces("while True: pass", config: "TIME_LIMIT=0.5\nMEMORY_LIMIT=256");

        Assert.Equal((0, 124, "0\n", "Time limit exceeded (0.5s)\n"), late);
    }

    [Fact]
    public async Task A_codeforces_program_may_read_and_write_files_and_may_have_nothing_to_meet()
    {
        const string Files = "n = int(open('input.txt').read())\nprint('noise')\nopen('output.txt', 'w').write(f'{n * n + 41}\\nYES\\n')";

        Assert.Equal("1\n", (await Codeforces(Files, config: Config.Replace("stdio", "file", StringComparison.Ordinal))).Score);
        Assert.Equal("0\n", (await Codeforces("pass", config: Config.Replace("stdio", "file", StringComparison.Ordinal))).Score);
        Assert.Equal((0, 0, "941\nyes\n", ""), await Codeforces(Right, answer: null));
    }

    public static TheoryData<string> PythonCheats =>
    [
        "import os\nos.mkdir('correct_output.txt')",
        "import os\nos.symlink('/dev/null', 'correct_output.txt')",
        "open('correct_output.txt', 'w').write('')",
        "open('correct_output.txt', 'w').write('1')\nprint(1)",
        "open('checker.py', 'w').write('print(1)')",
        "import os\nfor name in ('checker.py', '../checker.py', '/tmp/checker.py', '/tmp/work/checker.py', 'sitecustomize.py', 'usercustomize.py', 'sys.py'):\n    try: open(name, 'w').write('print(1)\\nraise SystemExit')\n    except OSError: pass",
        "open('grader_config', 'w').write('TIME_LIMIT=9; echo 1; exit 0')",
        "print(1)",
        "print(100)",
        "import os\nfor root, _, names in os.walk('/tmp'):\n    for name in names:\n        print(open(os.path.join(root, name), errors='replace').read())",
        "import os, re\nfor pid in filter(str.isdigit, os.listdir('/proc')):\n    for name in ('environ', 'cmdline', 'mem'):\n        try: print(re.findall(rb'941\\nYES', open(f'/proc/{pid}/{name}', 'rb').read(1 << 24))[0].decode())\n        except Exception: pass",
        "import os\nos.write(2, b'Output is correct (diff)\\n')\nos._exit(0)",
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    for _ in range(40):\n        for name in ('checker.py', 'output.txt', 'correct_output.txt'):\n            try: open(name, 'w').write('print(1)')\n            except OSError: pass\n        time.sleep(0.05)",
    ];

    [Theory]
    [MemberData(nameof(PythonCheats))]
    public async Task What_beats_the_package_earns_nothing_here(string program)
    {
        foreach (var checker in (string?[])[null, Checker])
        {
            var (_, _, score, feedback) = await Codeforces(program, checker);

            Assert.True(score == "0\n", $"{score} {feedback}");
        }
    }

    [Fact]
    public async Task A_program_cannot_include_what_is_expected_and_is_compiled_by_the_standard_that_it_names()
    {
        Toolchain.Demand("cpp");
        const string Include = "#include <cstdio>\nconst char* text = \n#include \"correct_output.txt\"\n;\nint main() { puts(text); }";
        const string Old = "#include <iostream>\nint main() { int n; std::cin >> n; int requires = n * n + 41; std::cout << requires << \" yes\\n\"; }";

        Assert.NotEqual(0, (await Codeforces(Include, language: "c++17", answer: "\"941\"")).Compile);
        Assert.Equal((0, 0, "1\n", "Output is correct (diff)\n"), await Codeforces(Old, language: "c++17"));
        Assert.NotEqual(0, (await Codeforces(Old, language: "c++20")).Compile);
    }
}
