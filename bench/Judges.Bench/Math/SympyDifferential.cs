using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Symbolics;
using Symbolics.Tests.Properties;

namespace Judges.Bench;

/// <summary><c>./judges bench math --sympy [PAIRS]</c>: random pairs, judged here and by SymPy; every difference that no division by zero explains is printed.</summary>
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

    public static int Run(string[] arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var count = arguments.Length > 0 && int.TryParse(arguments[0], CultureInfo.InvariantCulture, out var given) ? given : Pairs;
        List<(RandomExpression Left, RandomExpression Right)> pairs = [.. Enumerable.Range(0, count).Select(Pair)];
        if (Ask(pairs) is not { } theirs)
        {
            output.WriteLine("/usr/bin/python3 cannot import sympy: apt-get install -y --no-install-recommends python3-sympy");
            return 1;
        }
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var differences = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (left, right) = (pairs[i].Left.Plain(), pairs[i].Right.Plain());
            var ours = Comparison.Of(left, right);
            var undefined = DividesByZero(pairs[i].Left) || DividesByZero(pairs[i].Right);
            var key = $"{(undefined ? "divided by zero: " : "")}SymPy {theirs[i]}, here {ours.Equivalence}{(undefined && ours.Grounds is Grounds.SameText ? " (same text)" : "")}";
            tally[key] = tally.GetValueOrDefault(key) + 1;
            if (undefined ? Excused(theirs[i], ours) : (theirs[i], ours.Equivalence) is ("equal", Equivalence.Equal) or ("different", Equivalence.Different))
                continue;
            differences++;
            output.WriteLine($"{key}: {left} ; {right}");
        }
        foreach (var (key, number) in tally)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number,8:N0}  {key}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs.Count:N0} pairs, {differences:N0} unexplained differences"));
        return differences == 0 ? 0 : 1;
    }

    // What divides by zero has no value: here it equals only its own text, while SymPy goes on with its complex infinity (1/zoo is 0).
    private static bool Excused(string theirs, Comparison ours) => ours.Equivalence switch
    {
        Equivalence.Undecided => true,
        Equivalence.Equal => ours.Grounds is Grounds.SameText && theirs is not "different",
        _ => theirs is not "equal",
    };

    // A quotient of low degree by something that is not zero everywhere has a value at one of these places.
    private static bool DividesByZero(RandomExpression expression)
    {
        for (var place = 0; place < 8; place++)
        {
            var values = "xyz".Select((letter, i) => (letter, Value: ((BigInteger)(1_000_003 + (7_919 * place) + (104_729 * i * (place + 1))), (BigInteger)(101 + i)))).ToDictionary(static pair => pair.letter, static pair => pair.Value);
            if (expression.Value(values) is not null)
                return false;
        }
        return true;
    }

    // Half of them are rewritten, a quarter is off by a little, the rest has nothing to do with each other.
    private static (RandomExpression, RandomExpression) Pair(int seed)
    {
        var random = new Random(seed);
        var left = RandomExpression.Next(random, 1 + (seed % 4), seed % 3);
        var right = (seed % 8) switch
        {
            < 4 => left.Rewritten(random),
            < 6 => left.Rewritten(random) + RandomExpression.Of(1),
            _ => RandomExpression.Next(random, 1 + (seed % 4), seed % 3),
        };
        return (left, right);
    }

    private static List<string>? Ask(List<(RandomExpression Left, RandomExpression Right)> pairs)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var answers = process.StandardOutput.ReadToEndAsync();
        try
        {
            foreach (var (left, right) in pairs)
                process.StandardInput.Write($"{left.Plain()};{right.Plain()}\n");
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
