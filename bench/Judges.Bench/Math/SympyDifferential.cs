using System.Diagnostics;
using System.Globalization;
using Symbolics;
using Symbolics.Tests.Properties;

namespace Judges.Bench;

/// <summary><c>./judges bench math --sympy [PAIRS]</c>: random pairs, judged here and by SymPy; every difference is printed.</summary>
internal static class SympyDifferential
{
    private const int Pairs = 10_000;

    // A quotient of polynomials is zero exactly when its cancelled form is; SymPy's zoo and nan are values of neither.
    private const string Script = """
        import sys
        from sympy import S, cancel, nan, symbols, sympify, together, zoo, oo
        names = dict(zip("xyz", symbols("x y z")))
        for line in sys.stdin:
            left, right = (sympify(text, locals=names, rational=True) for text in line.rstrip("\n").split(";"))
            if left.has(nan, zoo, oo) or right.has(nan, zoo, oo):
                print("undefined", flush=True)
            else:
                print("equal" if cancel(together(left - right)) == S.Zero else "different", flush=True)
        """;

    public static int Run(string[] arguments, TextWriter output)
    {
        var count = arguments.Length > 0 && int.TryParse(arguments[0], CultureInfo.InvariantCulture, out var given) ? given : Pairs;
        List<(string Left, string Right)> pairs = [.. Enumerable.Range(0, count).Select(Pair)];
        if (Ask(pairs) is not { } theirs)
        {
            output.WriteLine("/usr/bin/python3 cannot import sympy: apt-get install -y --no-install-recommends python3-sympy");
            return 1;
        }
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var differences = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            var ours = Comparison.Of(pairs[i].Left, pairs[i].Right).Equivalence;
            var key = $"SymPy {theirs[i]}, here {ours}";
            tally[key] = tally.GetValueOrDefault(key) + 1;
            var agrees = (theirs[i], ours) is ("equal", Equivalence.Equal) or ("different", Equivalence.Different) || (theirs[i] is "undefined" && ours is not Equivalence.Equal);
            if (agrees)
                continue;
            differences++;
            output.WriteLine($"{key}: {pairs[i].Left} ; {pairs[i].Right}");
        }
        foreach (var (key, number) in tally)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number,8:N0}  {key}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs.Count:N0} pairs, {differences:N0} differences"));
        return differences == 0 ? 0 : 1;
    }

    // Half of them are rewritten, a quarter is off by a little, the rest has nothing to do with each other.
    private static (string, string) Pair(int seed)
    {
        var random = new Random(seed);
        var left = RandomExpression.Next(random, 1 + (seed % 4), seed % 3);
        var right = (seed % 8) switch
        {
            < 4 => left.Rewritten(random),
            < 6 => left.Rewritten(random) + RandomExpression.Of(1),
            _ => RandomExpression.Next(random, 1 + (seed % 4), seed % 3),
        };
        return (left.Plain(), right.Plain());
    }

    private static List<string>? Ask(List<(string Left, string Right)> pairs)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var answers = process.StandardOutput.ReadToEndAsync();
        try
        {
            foreach (var (left, right) in pairs)
                process.StandardInput.Write($"{left};{right}\n");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            return null;
        }
        List<string> lines = [.. answers.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        process.WaitForExit();
        return lines.Count == pairs.Count ? lines : null;
    }
}
