using System.Text.Json;
using System.Text.RegularExpressions;
using Judges;

namespace CodeJudge.Tests;

/// <summary>Reference solutions of the LeetCode set as <c>call</c> tests; the set lies beside the repository, not in it.</summary>
public sealed partial class LeetCodeTests(JudgeFixture fixture)
{
    private const int Most = 40;

    [GeneratedRegex(@"^\[.*\]$|^-?\d+$|^""[^""\\]*""$|^true$|^false$")]
    private static partial Regex PlainValue { get; }

    [GeneratedRegex(@"(?:^|, )[a-zA-Z_]\w* = ")]
    private static partial Regex ArgumentName { get; }

    [Fact]
    public async Task Reference_solutions_are_accepted_and_their_negations_are_not()
    {
        var requests = Read(SharedData.Code("leetcode/v0.2.0-test.jsonl.gz")).Take(Most).ToArray();

        var right = await Task.WhenAll(requests.Select(request => fixture.Grade(request)));
        var wrong = await Task.WhenAll(requests.Take(10).Select(request => fixture.Grade(request with { Response = Spoil(request) })));

        Assert.Equal(Most, requests.Length);
        Assert.All(requests.Zip(right), pair => Assert.True(pair.Second.Passed, $"{pair.First.Id}: {pair.Second.Outcome} {pair.Second.Detail}"));
        Assert.All(wrong, static verdict => Assert.Equal(Outcome.WrongAnswer, verdict.Outcome));
    }

    // The same computation, wrapped so that every answer is another.
    private static string Spoil(GradeCode request)
    {
        var name = ((CallTests)request.Tests).EntryPoint.Split('.')[^1];
        return request.Response.Replace("\n```", $"\n_right = Solution.{name}\nSolution.{name} = lambda self, *a: [_right(self, *a), 'wrong']\n```", StringComparison.Ordinal);
    }

    private static IEnumerable<GradeCode> Read(string file)
    {
        foreach (var line in SharedData.Lines(file))
        {
            using var row = JsonDocument.Parse(line);
            if (Convert(row.RootElement) is { } request)
                yield return request;
        }
    }

    // Rows whose values are plain JSON; linked lists and trees are for later.
    private static GradeCode? Convert(JsonElement row)
    {
        var completion = row.GetProperty("completion").GetString()!;
        if (completion.Contains("Node", StringComparison.Ordinal))
            return null;
        var cases = new List<CallCase>();
        foreach (var test in row.GetProperty("input_output").EnumerateArray().Take(5))
        {
            var input = test.GetProperty("input").GetString()!;
            var output = test.GetProperty("output").GetString()!;
            var arguments = ArgumentName.Split(input).Where(static part => part.Length > 0).ToArray();
            if (!arguments.Append(output).All(static value => PlainValue.IsMatch(value)) || !TryJson($"[{string.Join(',', arguments)}]", out var args) || !TryJson(output, out var expected))
                return null;
            cases.Add(new CallCase { Args = [.. args.EnumerateArray()], Expected = expected });
        }
        return new GradeCode
        {
            Id = row.GetProperty("task_id").GetString(),
            Language = "python",
            Prefix = row.GetProperty("prompt").GetString(),
            Response = Ask.Fence(completion),
            Tests = new CallTests { EntryPoint = row.GetProperty("entry_point").GetString()!, Cases = cases },
            Limits = Ask.Generous,
        };
    }

    private static bool TryJson(string text, out JsonElement value)
    {
        try
        {
            value = Ask.Json(text);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }
}
