using Symbolics;

namespace Judges.Mathematics;

/// <summary><see cref="MathCredit.Digits"/>: the share of positions with the right digit, for answers as long as the gold.</summary>
internal static class DigitCredit
{
    /// <summary>1 exactly for the gold itself; 0 for another length and for what is not all digits.</summary>
    public static double Share(ReadOnlySpan<char> gold, ReadOnlySpan<char> answer)
    {
        answer = AnswerText.Bare(answer);
        if (answer.Length != gold.Length || answer.ContainsAnyExceptInRange('0', '9'))
            return 0;
        var right = 0;
        for (var i = 0; i < gold.Length; i++)
            right += gold[i] == answer[i] ? 1 : 0;
        return (double)right / gold.Length;
    }
}
