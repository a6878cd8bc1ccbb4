namespace Symbolics;

/// <summary>A gold answer that is read once, however many answers are compared with it; safe from any number of threads.</summary>
public sealed class GoldAnswer(string text)
{
    private Reading? _reading;

    public string Text { get; } = text;

    /// <summary>The text without what surrounds it.</summary>
    internal string Bare { get; } = AnswerText.Bare(text).ToString();

    /// <summary>Its value where it is a plain number.</summary>
    internal Rational? Numeral { get; } = Symbolics.Numeral.TryParse(AnswerText.Bare(text), out var value) ? value : null;

    /// <summary>
    /// What it is, or null when it is not understood. Reading costs the budget the same whether this comparison does it or an earlier one
    /// did, so that the verdict does not depend on that.
    /// </summary>
    internal Answer? Read(WorkBudget budget)
    {
        // Two threads that come at once read the same.
        var reading = _reading ??= Reading.Of(Bare);
        return budget.Take(reading.Cost) ? reading.Answer : null;
    }

    private sealed record Reading(Answer? Answer, int Cost)
    {
        public static Reading Of(string text)
        {
            var budget = new WorkBudget(WorkBudget.Default);
            var answer = AnswerParser.Parse(text, budget);
            return new(answer, WorkBudget.Default - budget.Left);
        }
    }
}
