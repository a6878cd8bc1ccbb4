using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CodeJudge.Tests.Corpora;

/// <summary>Reference solutions with one token changed, and what a plain interpreter without any judge says of them.</summary>
internal static partial class Mutants
{
    [GeneratedRegex(@"==|!=|<=|>=|(?<![<>=-])[<>](?![<>=])|\+(?!=)|(?<!-)-(?![>=])|\band\b|\bor\b|\bTrue\b|\bFalse\b|\b\d+\b|\bmin\b|\bmax\b")]
    private static partial Regex Token { get; }

    /// <summary>Up to <paramref name="most"/> mutants of a row's solution.</summary>
    public static IEnumerable<string> Of(JsonElement row, int most)
    {
        var solution = row.Text("canonical_solution");
        return Token.Matches(solution).Take(most).Select(match => solution[..match.Index] + Changed(match.Value) + solution[(match.Index + match.Length)..]);
    }

    /// <summary>Whether a bare interpreter that runs program and tests in one file ends with an error, or does not end.</summary>
    public static bool IsWrong(JsonElement row, string solution)
    {
        var program = $"{row.Text("prompt")}{solution}\n{row.Text("test")}\ncheck({row.Text("entry_point")})\n";
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", program]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEndAsync();
        if (process.WaitForExit(TimeSpan.FromSeconds(20)))
            return process.ExitCode != 0;
        process.Kill(entireProcessTree: true);
        return true;
    }

    private static string Changed(string token) => token switch
    {
        "==" => "!=",
        "!=" => "==",
        "<=" => ">",
        ">=" => "<",
        "<" => ">=",
        ">" => "<=",
        "+" => "-",
        "-" => "+",
        "and" => "or",
        "or" => "and",
        "True" => "False",
        "False" => "True",
        "min" => "max",
        "max" => "min",
        _ => token == "0" ? "1" : $"({token} + 1)",
    };
}
