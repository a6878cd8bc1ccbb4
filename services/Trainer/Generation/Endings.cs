namespace Judges.Training.Generation;

/// <summary>What ends a completion before its limit.</summary>
internal sealed class Endings(SamplingOptions options)
{
    private readonly HashSet<int> _tokens = [options.EosToken, .. options.StopTokens];

    public bool End(List<int> tokens)
    {
        if (_tokens.Contains(tokens[^1]))
            return true;

        foreach (var sequence in options.StopSequences)
        {
            if (EndsWith(tokens, sequence))
                return true;
        }

        return options.StopTexts?.End(tokens) ?? false;
    }

    private static bool EndsWith(List<int> tokens, IReadOnlyList<int> sequence)
    {
        if (tokens.Count < sequence.Count)
            return false;

        for (var i = 1; i <= sequence.Count; i++)
        {
            if (tokens[^i] != sequence[^i])
                return false;
        }

        return true;
    }
}
