using Symbolics;

namespace Judges.Mathematics;

/// <summary><see cref="MathCredit.Digits"/>: a fifth for the length, the rest for right digits at the right place.</summary>
internal static class DigitCredit
{
    private const double LengthPart = 0.2;

    /// <summary>
    /// 0.2 · min(n, m) / max(n, m) + 0.8 · matches / max(n, m) for n and m digits: 1 exactly for the gold itself, 0 for what is not all
    /// digits.
    /// </summary>
    public static double Share(ReadOnlySpan<char> gold, ReadOnlySpan<char> answer)
    {
        answer = AnswerText.Bare(answer);
        if (answer.IsEmpty || answer.ContainsAnyExceptInRange('0', '9'))
            return 0;
        var (shorter, longer) = (Math.Min(gold.Length, answer.Length), Math.Max(gold.Length, answer.Length));
        var right = 0;
        for (var i = 0; i < shorter; i++)
            right += gold[i] == answer[i] ? 1 : 0;
        return right == longer ? 1 : (LengthPart * shorter + (1 - LengthPart) * right) / longer;
    }
}
