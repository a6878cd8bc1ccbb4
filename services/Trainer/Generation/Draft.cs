namespace Judges.Training.Generation;

/// <summary>A completion in the making.</summary>
/// <param name="row">its number in the whole generation</param>
/// <param name="prompt">the experts that the prompt's tokens were sent to, or null</param>
internal sealed class Draft(int row, Endings endings, int maxTokens, IReadOnlyList<ushort[]>? prompt)
{
    private readonly List<int> _tokens = new(Math.Min(maxTokens, 1024));
    private readonly List<float> _logprobs = new(Math.Min(maxTokens, 1024));
    private readonly List<ushort[]>? _experts = prompt is null ? null : [.. prompt];
    private bool _stopped;

    public int Row => row;

    public int Length => _tokens.Count;

    public int Last => _tokens[^1];

    public bool Finished => _stopped || _tokens.Count == maxTokens;

    public void Append(int token, float logprob)
    {
        _tokens.Add(token);
        _logprobs.Add(logprob);
        _stopped = endings.End(_tokens);
    }

    /// <summary>The experts that the last token was sent to.</summary>
    public void Routed(ushort[] experts) => _experts!.Add(experts);

    public Completion Complete() => new()
    {
        Tokens = _tokens,
        Logprobs = _logprobs,
        FinishReason = _stopped ? FinishReason.Stop : FinishReason.Length,
        Experts = _experts,
    };
}
