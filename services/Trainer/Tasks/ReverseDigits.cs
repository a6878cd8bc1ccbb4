using System.Globalization;

namespace Judges.Training.Tasks;

/// <summary>Reverse four digits; MathJudge grades the answer tag digit by digit.</summary>
internal sealed class ReverseDigits : ITaskSource
{
    public const string TaskName = "reverse-digits";

    private const int Numbers = 10_000;
    private const int HeldOutShare = 10;

    // A fixed shuffle decides which numbers are held out: the same ones in every run.
    private static readonly int[] HeldOutNumbers = [.. Shuffled().Take(Numbers / HeldOutShare)];
    private static readonly int[] TrainingNumbers = [.. Shuffled().Skip(Numbers / HeldOutShare)];

    public string Name => TaskName;

    public IEnumerable<string> Tokens => ["reverse ", "=", .. Enumerable.Range(0, 10).Select(static digit => digit.ToString(CultureInfo.InvariantCulture))];

    public Problem Draw(ref SeededRandom random) => Problem(TrainingNumbers[random.Next(TrainingNumbers.Length)]);

    public IReadOnlyList<Problem> HeldOut(int count) => [.. HeldOutNumbers.Take(count).Select(Problem)];

    private static Problem Problem(int number)
    {
        var digits = number.ToString("D4", CultureInfo.InvariantCulture);
        var reversed = string.Concat(digits.Reverse());
        return new Problem
        {
            Task = TaskName,
            Prompt = $"reverse {digits}=",
            GroundTruth = reversed,
            Asks = [FormatAsk.ThinkAnswer, new GradeMath { Response = "", Answer = reversed, Credit = MathCredit.Digits }],
            SolvedBy = JudgeNames.Math,
        };
    }

    private static int[] Shuffled()
    {
        var numbers = Enumerable.Range(0, Numbers).ToArray();
        new SeededRandom(0x5EED).Shuffle(numbers);
        return numbers;
    }
}
