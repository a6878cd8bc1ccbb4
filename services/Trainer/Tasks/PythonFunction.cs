using System.Text.Json;

namespace Judges.Training.Tasks;

/// <summary>
/// Complete a one-line Python function: return the four values that its comment names, in their order. CodeJudge runs it against hidden
/// calls, each of which looks at one of the values. A fifth of the 256 functions is held out.
/// </summary>
internal sealed class PythonFunction : ITaskSource
{
    public const string TaskName = "python-function";

    private const int HeldOutShare = 5;

    private const string FunctionHead = "def f(a, b):";
    private const string Head = FunctionHead + "\n    #";
    private const string Return = "\n    return ";

    // What the tests call; the policy does not see it. A slice, so that a function with too few values is wrong instead of broken, and the
    // number of values in the end.
    private const string EntryPoint = "value";
    private const string TestHead = "def value(a, b, i):\n    values = f(a, b)\n    return values[i:i + 1] if i < 4 else len(values)\n\n\n";

    private static readonly Expression[] Expressions =
    [
        new(" sum", "a + b, ", static (a, b) => a + b),
        new(" difference", "a - b, ", static (a, b) => a - b),
        new(" product", "a * b, ", static (a, b) => a * b),
        new(" larger", "max(a, b), ", Math.Max),
    ];

    // A call for each of the values and one for their number. No two expressions agree on any of them, and no value is a digit that could
    // be guessed.
    private static readonly (int A, int B)[] Calls = [(62, 91), (37, 75), (53, 84), (28, 49), (57, 66)];

    // A fixed shuffle decides which functions are held out: the same ones in every run.
    private static readonly Expression[][] Functions = Shuffle();
    private static readonly int HeldOutCount = Functions.Length / HeldOutShare;

    public string Name => TaskName;

    public IEnumerable<string> Tokens =>
    [
        Head, Return, .. Expressions.Select(static expression => expression.Word), .. Expressions.Select(static expression => expression.Code),
    ];

    public Problem Draw(ref SeededRandom random) => Problem(Functions[HeldOutCount + random.Next(Functions.Length - HeldOutCount)]);

    public IReadOnlyList<Problem> HeldOut(int count) => [.. Functions.Take(HeldOutCount).Take(count).Select(Problem)];

    private static Problem Problem(Expression[] function)
    {
        var prompt = Head + string.Concat(function.Select(static expression => expression.Word)) + Return;
        return new Problem
        {
            Task = TaskName,
            Prompt = prompt,
            GroundTruth = string.Concat(function.Select(static expression => expression.Code)),
            Asks =
            [
                FormatAsk.ThinkAnswer,
                new GradeCode
                {
                    Response = "",
                    Language = "python",
                    Prefix = TestHead + FunctionHead + Return,
                    Extraction = CodeExtraction.AnswerTag,
                    Tests = new CallTests { EntryPoint = EntryPoint, Cases = [.. function.Select(Value), Count(function)] },
                    Reward = CodeReward.Tiered,
                },
            ],
            SolvedBy = JudgeNames.Code,
        };
    }

    private static CallCase Value(Expression expression, int i) =>
        Case(i, JsonSerializer.SerializeToElement<int[]>([expression.Value(Calls[i].A, Calls[i].B)]));

    private static CallCase Count(Expression[] function) => Case(function.Length, JsonSerializer.SerializeToElement(function.Length));

    private static CallCase Case(int i, JsonElement expected) => new()
    {
        Args = [JsonSerializer.SerializeToElement(Calls[i].A), JsonSerializer.SerializeToElement(Calls[i].B), JsonSerializer.SerializeToElement(i)],
        Expected = expected,
    };

    private static Expression[][] Shuffle()
    {
        Expression[][] functions = [.. from first in Expressions from second in Expressions from third in Expressions from fourth in Expressions select new[] { first, second, third, fourth }];
        new SeededRandom(0xF00D).Shuffle<Expression[]>(functions);
        return functions;
    }

    private sealed record Expression(string Word, string Code, Func<int, int, int> Value);
}
