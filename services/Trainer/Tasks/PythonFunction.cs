using System.Text.Json;

namespace Judges.Training.Tasks;

/// <summary>
/// Complete a one-line Python function that its comment describes: one expression when a condition holds, else another. CodeJudge runs
/// it against hidden calls. A fifth of the combinations is held out.
/// </summary>
internal sealed class PythonFunction : ITaskSource
{
    public const string TaskName = "python-function";

    private const string Head = "def f(a, b):\n";
    private const string Comment = "    # ";
    private const string Return = "\n    return ";

    private static readonly Expression[] Expressions =
    [
        new("sum", "(a + b)", static (a, b) => a + b),
        new("difference", "(a - b)", static (a, b) => a - b),
        new("product", "(a * b)", static (a, b) => a * b),
        new("larger", "max(a, b)", Math.Max),
        new("smaller", "min(a, b)", Math.Min),
        new("distance", "abs(a - b)", static (a, b) => Math.Abs(a - b)),
    ];

    private static readonly Condition[] Conditions =
    [
        new(" if a is above 5, else ", " if a > 5 else ", static (a, _) => a > 5),
        new(" if b is above 5, else ", " if b > 5 else ", static (_, b) => b > 5),
        new(" if a is odd, else ", " if a % 2 else ", static (a, _) => a % 2 != 0),
    ];

    // Each branch of each condition is taken, and no two expressions agree on all calls.
    private static readonly (int A, int B)[] Calls = [(6, 9), (7, 3), (3, 7), (2, 5)];

    // A fixed shuffle decides which functions are held out: the same ones in every run.
    private static readonly Function[] Shuffled = Shuffle();
    private static readonly Function[] HeldOutFunctions = [.. Shuffled.Take(Shuffled.Length / 5)];
    private static readonly Function[] TrainingFunctions = [.. Shuffled.Skip(Shuffled.Length / 5)];

    public string Name => TaskName;

    public IEnumerable<string> Tokens =>
    [
        Head, Comment, Return,
        .. Expressions.SelectMany(static expression => new[] { expression.Word, expression.Code }),
        .. Conditions.SelectMany(static condition => new[] { condition.Words, condition.Code }),
    ];

    public Problem Draw(ref SeededRandom random) => Problem(TrainingFunctions[random.Next(TrainingFunctions.Length)]);

    public IReadOnlyList<Problem> HeldOut(int count) => [.. HeldOutFunctions.Take(count).Select(Problem)];

    private static Problem Problem(Function function)
    {
        var prompt = Head + Comment + function.Then.Word + function.When.Words + function.Else.Word + Return;
        return new Problem
        {
            Task = TaskName,
            Prompt = prompt,
            GroundTruth = function.Then.Code + function.When.Code + function.Else.Code,
            Asks =
            [
                FormatAsk.ThinkAnswer,
                new GradeCode
                {
                    Response = "",
                    Language = "python",
                    Prefix = prompt,
                    Extraction = CodeExtraction.AnswerTag,
                    Tests = new CallTests { EntryPoint = "f", Cases = [.. Calls.Select(call => Case(function, call.A, call.B))] },
                    Reward = CodeReward.Tiered,
                },
            ],
            SolvedBy = JudgeNames.Code,
        };
    }

    private static CallCase Case(Function function, int a, int b) => new()
    {
        Args = [JsonSerializer.SerializeToElement(a), JsonSerializer.SerializeToElement(b)],
        Expected = JsonSerializer.SerializeToElement(function.When.Holds(a, b) ? function.Then.Value(a, b) : function.Else.Value(a, b)),
    };

    private static Function[] Shuffle()
    {
        var functions = (from then in Expressions from condition in Conditions from other in Expressions where then != other select new Function(then, condition, other)).ToArray();
        new SeededRandom(0xF00D).Shuffle(functions);
        return functions;
    }

    private sealed record Expression(string Word, string Code, Func<int, int, int> Value);

    private sealed record Condition(string Words, string Code, Func<int, int, bool> Holds);

    private sealed record Function(Expression Then, Condition When, Expression Else);
}
