using System.Globalization;
using Judges;

namespace MathJudge.Tests.Fuzzing;

/// <summary>Mutated answers, judged twice: no exception, no verdict that changes, no answer that costs more than its budget.</summary>
internal sealed class AnswerFuzz(int seed)
{
    private static readonly string[] s_seeds =
    [
        @"\frac{1}{2}", @"0.\overline{36}", @"3\frac12", @"\sqrt{2+\sqrt3}", @"(-\infty, 3]\cup[5,\infty)", @"\{1, 2, \pi\}", "x^2+2x+1=0", @"\begin{pmatrix}1&2\\3&4\end{pmatrix}",
        @"5\text{ cm}^2", @"\$1{,}234.50", @"50\%", @"2\pi\,\text{rad}", @"x\in\mathbb{R}", @"1010_2", @"3\pmod 7", @"\binom{10}{3}", "9!!", @"\sum_{k=1}^{n}k^2", @"e^{i\pi}+1", @"\sin 30^\circ",
        @"\log_2 8", @"1:2:3", "12:30", "(A)", @"\text{yes}", "1, 2, 3", @"x=1 \text{ or } x=-1", @"1\pm\sqrt5", @"|x-1|<2", @"\lfloor 3.7\rfloor", "sqrt(5)", "x**2/4 + y**2/3 = 1", "½", "2√3", "1e6", "答案是5",
        @"\boxed{7}", "<answer>3</answer>", @"\int_0^1 x\,dx", @"\lim_{x\to0}\frac{\sin x}{x}", @"\frac{\pi}{4}+k\pi, k\in\mathbb Z", @"\arctan\frac12", @"f(x)=2x", @"x_1=3, x_2=4", "six", @"\varnothing",
    ];

    private const string Pieces = @"0123456789.,;:+-*/^_=<>(){}[]|!%$&~' xyzeiABCπ√²½≤∞，（）\";

    private static readonly string[] s_commands = [@"\frac", @"\sqrt", @"\left(", @"\right)", @"\text{", @"\cdot", @"\times10^", @"\infty", @"\pm", @"\cup", @"\circ", @"\sin", @"\log_", @"\\", @"\,", @"\overline{", "^{", "_{", "!!", @"\pmod ", @"\sum_{k=1}^", @"\begin{cases}", @"\end{cases}"];

    private readonly Random _random = new(seed);
    private readonly Judges.Mathematics.MathJudge _judge = new();
    private readonly Judges.Mathematics.MathJudge _again = new();

    public int Accepted { get; private set; }

    /// <summary>What the last step judged.</summary>
    public GradeMath Last { get; private set; } = new() { Answer = "", Response = "" };

    /// <summary>Judges one mutated answer; a sentence when something is wrong.</summary>
    public string? Step()
    {
        var gold = s_seeds[_random.Next(s_seeds.Length)];
        var answer = s_seeds[_random.Next(4) == 0 ? _random.Next(s_seeds.Length) : Array.IndexOf(s_seeds, gold)];
        for (var i = _random.Next(1, 6); i > 0; i--)
            answer = Mutate(answer);
        var request = new GradeMath { Answer = gold, Response = _random.Next(8) == 0 ? answer : $@"\boxed{{{answer}}}", Policy = (MathPolicy)_random.Next(7) };
        Last = request;
        try
        {
            var (first, second) = (Verdict(_judge, request), Verdict(_again, request));
            Accepted += first.StartsWith("Accepted", StringComparison.Ordinal) ? 1 : 0;
            return first == second && first == Verdict(_judge, request) ? null : $"{first} became {second}: {gold} | {request.Response} under {request.Policy}";
        }
        catch (Exception fault)
        {
            return $"{fault.GetType().Name} ({fault.Message}): {gold} | {request.Response} under {request.Policy}";
        }
    }

    private static string Verdict(Judges.Mathematics.MathJudge judge, GradeMath request)
    {
        var verdict = judge.Grade(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return string.Create(CultureInfo.InvariantCulture, $"{verdict.Outcome} {verdict.Reward} {verdict.Detail}");
    }

    private string Mutate(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(1, 5), text.Length - at);
        return _random.Next(6) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pieces[_random.Next(Pieces.Length)].ToString()),
            2 => text.Insert(at, s_commands[_random.Next(s_commands.Length)]),
            3 => text.Insert(_random.Next(text.Length + 1), text.Substring(at, length)),
            4 when text.Length < 400 => text + text[at..],
            _ => text.Insert(at, s_seeds[_random.Next(s_seeds.Length)]),
        };
    }
}
