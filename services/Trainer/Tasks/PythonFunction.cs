using System.Text.Json;

namespace Judges.Training.Tasks;

/// <summary>
/// Complete a one-line Python function: return the three values that its comment names, in their order. CodeJudge runs it against hidden
/// calls, each of which looks at one of the values. A fifth of the 64 functions is held out.
/// </summary>
internal sealed class PythonFunction : ITaskSource
{
    public const string TaskName = "python-function";

    private const int HeldOutShare = 5;

    private const string Head = "def f(a, b):\n";
    private const string Comment = "    #";
    private const string Return = "\n    return ";

    // What the tests call; the policy does not see it. A slice, so that a function with too few values is wrong instead of broken.
    private const string EntryPoint = "value";
    private const string TestHead = "def value(a, b, i):\n    return f(a, b)[i:i + 1]\n\n\n";

    private static readonly Expression[] Expressions =
    [
        new(" sum", "a + b, ", static (a, b) => a + b),
        new(" difference", "a - b, ", static (a, b) => a - b),
        new(" product", "a * b, ", static (a, b) => a * b),
        new(" larger", "max(a, b), ", Math.Max),
    ];

    // A call for each of the values. No two expressions agree on any of them, and no value is a digit that could be guessed.
    private static readonly (int A, int B)[] Calls = [(62, 91), (37, 75), (26, 44)];

    // A fixed shuffle decides which functions are held out: the same ones in every run.
    private static readonly Expression[][] Functions = Shuffle();
    private static readonly int HeldOutCount = Functions.Length / HeldOutShare;

    public string Name => TaskName;

    public IEnumerable<string> Tokens =>
    [
        Head, Comment, Return, .. Expressions.Select(static expression => expression.Word), .. Expressions.Select(static expression => expression.Code),
    ];

    public Problem Draw(ref SeededRandom random) => Problem(Functions[HeldOutCount + random.Next(Functions.Length - HeldOutCount)]);

    public IReadOnlyList<Problem> HeldOut(int count) => [.. Functions.Take(HeldOutCount).Take(count).Select(Problem)];

    private static Problem Problem(Expression[] function)
    {
        var prompt = Head + Comment + string.Concat(function.Select(static expression => expression.Word)) + Return;
        return new Problem
        {
            Task = TaskName,
            Prompt = prompt,
            Prefill = FormatAsk.Prefill,
            GroundTruth = string.Concat(function.Select(static expression => expression.Code)),
            Asks =
            [
                FormatAsk.ThinkAnswer,
                new GradeCode
                {
                    Response = "",
                    Language = "python",
                    Prefix = TestHead + prompt,
                    Extraction = CodeExtraction.AnswerTag,
                    Tests = new CallTests { EntryPoint = EntryPoint, Cases = [.. function.Select(Case)] },
                    Reward = CodeReward.Tiered,
                },
            ],
            SolvedBy = JudgeNames.Code,
        };
    }

    private static CallCase Case(Expression expression, int i) => new()
    {
        Args = [JsonSerializer.SerializeToElement(Calls[i].A), JsonSerializer.SerializeToElement(Calls[i].B), JsonSerializer.SerializeToElement(i)],
        Expected = JsonSerializer.SerializeToElement<int[]>([expression.Value(Calls[i].A, Calls[i].B)]),
    };

    private static Expression[][] Shuffle()
    {
        Expression[][] functions = [.. from first in Expressions from second in Expressions from third in Expressions select new[] { first, second, third }];
        new SeededRandom(0xF00D).Shuffle<Expression[]>(functions);
        return functions;
    }

    private sealed record Expression(string Word, string Code, Func<int, int, int> Value);
}
