namespace Judges.Training.Tasks;

/// <summary>One prompt with how its completions are judged.</summary>
internal sealed record Problem
{
    /// <summary>The task that it was drawn from.</summary>
    public required string Task { get; init; }

    /// <summary>What the policy sees.</summary>
    public required string Prompt { get; init; }

    /// <summary>The right answer, for people who read reports; the judges have their own copy in <see cref="Asks"/>.</summary>
    public required string GroundTruth { get; init; }

    /// <summary>What each judge is asked, but for the response.</summary>
    public required IReadOnlyList<GradeRequest> Asks { get; init; }

    /// <summary>The judge whose verdict says whether the task was solved (the others judge how it was written).</summary>
    public required string SolvedBy { get; init; }
}

/// <summary>A source of fresh problems; the policy never sees the held-out ones in training.</summary>
internal interface ITaskSource
{
    string Name { get; }

    /// <summary>The tokens that its prompts and answers need.</summary>
    IEnumerable<string> Tokens { get; }

    /// <summary>Draws a problem from the training part.</summary>
    Problem Draw(ref SeededRandom random);

    /// <summary>Up to <paramref name="count"/> distinct held-out problems, the same ones on every call.</summary>
    IReadOnlyList<Problem> HeldOut(int count);
}

/// <summary>The question that every task asks FormatJudge.</summary>
internal static class FormatAsk
{
    public static GradeFormat ThinkAnswer { get; } = new() { Response = "", Template = "think-answer", Credit = FormatCredit.Checks };
}
