using System.Text.Json;

namespace Judges.Tests.Evaluation;

public sealed class EvalCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("judges-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_numbers_are_those_of_a_calculation_by_hand()
    {
        // p1: 2 of 4 right, and 5, 10/2 are one wrong answer; p2: 0 of 3; p3: 1 of 1, in the other form.
        var numbers = await Evaluate("""
            {"id":"p1","judge":"math","answer":"4","responses":["\\boxed{4}","\\boxed{5}","\\boxed{4.0}","\\boxed{10/2}"]}
            {"id":"p2","judge":"math","answer":"7","responses":["\\boxed{4}","\\boxed{5}","nothing"]}
            {"problem":"p3","judge":"math","answer":"1","response":"\\boxed{1}"}
            """);

        Assert.Equal((3, 8), (numbers.GetProperty("problems").GetInt32(), numbers.GetProperty("samples").GetInt32()));
        Assert.Equal(0.5, Mean(numbers.GetProperty("accuracy")), 12);
        Assert.Equal([(1, 0.5), (2, Math.Round(5.0 / 12, 12)), (4, 1.0)], AtK(numbers, "passAtK"));
        // pass@2: p1 1 − 1/6, p2 0. maj@2 of p1: two right 1, four mixed pairs ½ each, two wrong 0; of p2 0. maj@4 of p1: two against two.
        Assert.Equal([(1, 0.5), (2, 0.25), (4, 0.5)], AtK(numbers, "majAtK"));
        Assert.Equal([1, 2, 4], numbers.GetProperty("passAtK").EnumerateArray().Select(m => m.GetProperty("k").GetInt32()));
        Assert.Equal([3, 2, 1], numbers.GetProperty("passAtK").EnumerateArray().Select(m => m.GetProperty("problems").GetInt32()));
    }

    [Fact]
    public async Task Lines_with_the_same_problem_are_samples_of_it()
    {
        var numbers = await Evaluate("""
            {"problem":"a","id":"1","judge":"format","response":"<think>x</think><answer>y</answer>"}
            {"problem":"b","id":"2","judge":"format","response":"no"}
            {"problem":"a","id":"3","judge":"format","response":"no"}
            """);

        Assert.Equal([("a", 2, 1), ("b", 1, 0)], numbers.GetProperty("perProblem").EnumerateArray().Select(p =>
            (p.GetProperty("problem").GetString()!, p.GetProperty("samples").GetInt32(), p.GetProperty("passed").GetInt32())));
        Assert.Empty(numbers.GetProperty("majAtK").EnumerateArray());
    }

    [Fact]
    public async Task What_we_failed_to_judge_is_counted_and_in_no_number()
    {
        // A template that does not exist is the operator's fault, not the model's.
        var numbers = await Evaluate("""
            {"problem":"a","judge":"format","template":"no-such-template","response":"<think>x</think><answer>y</answer>"}
            {"problem":"a","judge":"format","response":"<think>x</think><answer>y</answer>"}
            {"problem":"b","judge":"format","template":"no-such-template","response":"no"}
            """);

        Assert.Equal((1, 2), (numbers.GetProperty("samples").GetInt32(), numbers.GetProperty("judgeErrors").GetInt32()));
        Assert.Equal(1, Mean(numbers.GetProperty("accuracy")));
        Assert.Equal(1, numbers.GetProperty("accuracy").GetProperty("problems").GetInt32());
    }

    [Fact]
    public async Task The_report_is_one_file_that_escapes_what_the_data_set_says()
    {
        await Evaluate("""{"id":"<script>alert(1)</script>","judge":"math","answer":"4","responses":["\\boxed{4}"]}""");

        var html = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "report.html"), TestContext.Current.CancellationToken);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_json_there_is_a_table_and_an_unreadable_line_is_named()
    {
        var ended = await Run("""
            {"id":"p1","judge":"math","answer":"4","responses":["\\boxed{4}"]}
            {"id":"p2","judge":"math","answer":"4","responses":[]}
            """);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("pass@1", ended.Output, StringComparison.Ordinal);
        Assert.Contains("100.0 %", ended.Output, StringComparison.Ordinal);
        Assert.Contains("line 2 was not judged: `responses` must be a list of at least one string", ended.Error, StringComparison.Ordinal);
    }

    private async Task<JsonElement> Evaluate(string dataset)
    {
        var ended = await Run(dataset, "--json");
        Assert.Equal((0, ""), (ended.ExitCode, ended.ExitCode == 0 ? "" : ended.Error));
        return JsonDocument.Parse(ended.Output).RootElement;
    }

    private async Task<Ended> Run(string dataset, params string[] options)
    {
        var file = Path.Combine(_folder.FullName, "dataset.jsonl");
        await File.WriteAllTextAsync(file, dataset, TestContext.Current.CancellationToken);
        return await JudgesProcess.Run(["eval", file, "--report", Path.Combine(_folder.FullName, "report.html"), .. options]);
    }

    private static double Mean(JsonElement measure) => measure.GetProperty("mean").GetDouble();

    private static List<(int K, double Mean)> AtK(JsonElement numbers, string name) =>
        [.. numbers.GetProperty(name).EnumerateArray().Select(m => (m.GetProperty("k").GetInt32(), Math.Round(Mean(m), 12)))];
}
