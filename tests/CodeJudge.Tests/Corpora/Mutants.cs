using System.Text.RegularExpressions;

namespace CodeJudge.Tests.Corpora;

/// <summary>Reference solutions with one token changed.</summary>
internal static partial class Mutants
{
    [GeneratedRegex(@"==|!=|<=|>=|(?<![<>=-])[<>](?![<>=])|(?<!\+)\+(?![=+])|(?<!-)-(?![->=])|\band\b|\bor\b|\bTrue\b|\bFalse\b|\b\d+\b|\bmin\b|\bmax\b|&&|\|\||\btrue\b|\bfalse\b")]
    private static partial Regex Token { get; }

    /// <summary>Up to <paramref name="most"/> mutants of a solution.</summary>
    public static IEnumerable<string> Of(string solution, int most) =>
        Token.Matches(solution).Take(most).Select(match => solution[..match.Index] + Changed(match.Value) + solution[(match.Index + match.Length)..]);

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
        "&&" => "||",
        "||" => "&&",
        "True" => "False",
        "False" => "True",
        "true" => "false",
        "false" => "true",
        "min" => "max",
        "max" => "min",
        _ => token == "0" ? "1" : $"({token} + 1)",
    };
}
