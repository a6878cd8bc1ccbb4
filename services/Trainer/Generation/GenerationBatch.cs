using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Training.Generation;

/// <summary>The rows being generated: what each has so far, and the model's state for those still running.</summary>
internal sealed class GenerationBatch
{
    private readonly FusedDecoder _policy;
    private readonly SamplingOptions _options;
    private readonly List<int>[] _tokens;
    private readonly List<float>[] _logprobs;
    private readonly bool[] _finished;
    private KeyValueCache _cache;
    private Tensor? _leftPadding; // [B, 1, 1, 1, maxColumns]
    private int[] _starts; // the column of each batch row's first token
    private int[] _rows; // the batch's rows, numbered over the whole generation
    private int _running;

    public GenerationBatch(FusedDecoder policy, KeyValueCache cache, int[] starts, int columns, SamplingOptions options)
    {
        (_policy, _cache, _starts, _options) = (policy, cache, starts, options);
        _leftPadding = PaddedRows.LeftPaddingBias(columns, starts);
        var rows = starts.Length;
        _tokens = [.. Enumerable.Range(0, rows).Select(_ => new List<int>(options.MaxTokens))];
        _logprobs = [.. Enumerable.Range(0, rows).Select(_ => new List<float>(options.MaxTokens))];
        _finished = new bool[rows];
        _rows = [.. Enumerable.Range(0, rows)];
        _running = rows;
    }

    public bool Done => _running == 0;

    public ReadOnlySpan<int> Rows => _rows;

    public void Append(ReadOnlySpan<long> tokens, ReadOnlySpan<float> logprobs)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = _rows[i];
            if (_finished[row])
                continue;

            _tokens[row].Add((int)tokens[i]);
            _logprobs[row].Add(logprobs[i]);
            if (tokens[i] != _options.EosToken)
                continue;

            _finished[row] = true;
            _running--;
        }
    }

    /// <summary>Drops the finished rows from the model's state once they are most of the batch.</summary>
    public void Compact()
    {
        if (_running * 2 > _rows.Length)
            return;

        long[] kept = [.. Enumerable.Range(0, _rows.Length).Where(i => !_finished[_rows[i]]).Select(static i => (long)i)];
        var selection = tensor(kept);
        _rows = [.. kept.Select(i => _rows[i])];
        _starts = [.. kept.Select(i => _starts[i])];
        _cache = _cache.Select(selection);
        _leftPadding = _leftPadding?.index_select(0, selection);
    }

    /// <summary>Feeds each row its last token: [B, V] logits of the next one.</summary>
    public Tensor Advance()
    {
        using var scope = NewDisposeScope();
        long[] last = [.. _rows.Select(row => (long)_tokens[row][^1])];
        var batch = new PaddedRows(tensor(last).unsqueeze(-1), null, _leftPadding?.narrow(4, 0, _cache.Length + 1), _starts);
        return _policy.Logits(_policy.Forward(batch, _cache, countLoad: false).Hidden).MoveToOuterDisposeScope();
    }

    public IReadOnlyList<Completion> Completions() =>
    [
        .. _tokens.Select((tokens, row) => new Completion
        {
            Tokens = tokens,
            Logprobs = _logprobs[row],
            FinishReason = _finished[row] ? FinishReason.Stop : FinishReason.Length,
        }),
    ];
}
