using Judges.Training.Generation;

namespace Judges.Training.Rollouts;

/// <summary>
/// What a completion costs for its length: a fixed price for being cut off (as DAPO's overlong punishment, arXiv 2503.14476), and one
/// for each token beyond the first of a thought that begins the completion and is closed.
/// </summary>
internal sealed class LengthPenalty(double truncated, double thoughtToken, int thoughtStart, int thoughtEnd)
{
    public double Of(Completion completion) =>
        (completion.FinishReason is FinishReason.Length ? truncated : 0) + thoughtToken * Math.Max(0, ThoughtTokens(completion.Tokens) - 1);

    private int ThoughtTokens(IReadOnlyList<int> tokens)
    {
        if (tokens.Count == 0 || tokens[0] != thoughtStart)
            return 0;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i] == thoughtEnd)
                return i - 1;
        }
        return 0;
    }
}
