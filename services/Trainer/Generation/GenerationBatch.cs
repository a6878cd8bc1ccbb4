using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Training.Generation;

/// <summary>
/// The completions being worked on. All rows end in the same column: a prompt that takes the place of what has ended is put where its
/// last token falls on that column, so that no row needs a length of its own in the model.
/// </summary>
internal sealed class GenerationBatch
{
    private readonly FusedDecoder _policy;
    private readonly bool _recordExperts;
    private readonly int _longestPrompt;
    private Draft[] _drafts; // by row of the batch
    private int[] _starts; // the column of each row's first token
    private KeyValueCache _cache;
    private Tensor? _leftPadding; // [B, 1, 1, 1, maxColumns]
    private Tensor _logits; // [B, V] of each row's next token

    public GenerationBatch(FusedDecoder policy, Reading reading, Draft[] drafts, int longestPrompt, bool recordExperts)
    {
        (_policy, _drafts, _longestPrompt, _recordExperts) = (policy, drafts, longestPrompt, recordExperts);
        var groupSize = drafts.Length / reading.Starts.Length;
        _starts = [.. reading.Starts.SelectMany(start => Enumerable.Repeat(start, groupSize))];
        _cache = reading.Cache.Repeat(groupSize);
        _logits = reading.Logits.repeat_interleave(groupSize, 0);
        _leftPadding = PaddedRows.LeftPaddingBias(_cache.Capacity, _starts);
    }

    /// <summary>How many rows have ended.</summary>
    public int Free => _drafts.Count(static draft => draft.Finished);

    public bool Done => Array.TrueForAll(_drafts, static draft => draft.Finished);

    /// <summary>The rotary position of the column that follows.</summary>
    public int Position => _cache.Origin + _cache.Length;

    public void Sample(TokenSampler sampler)
    {
        using (NewDisposeScope())
        {
            var (tokens, logprobs) = sampler.Sample(_logits, _drafts);
            for (var i = 0; i < _drafts.Length; i++)
            {
                if (!_drafts[i].Finished)
                    _drafts[i].Append((int)tokens[i], logprobs[i]);
            }
        }

        _logits.Dispose();
    }

    /// <summary>Drops the rows that have ended from the model's state once they are most of the batch.</summary>
    public void Compact()
    {
        if ((_drafts.Length - Free) * 2 > _drafts.Length)
            return;

        int[] kept = [.. Enumerable.Range(0, _drafts.Length).Where(i => !_drafts[i].Finished)];
        var selection = tensor(kept.Select(static row => (long)row).ToArray());
        (_drafts, _starts) = ([.. kept.Select(i => _drafts[i])], [.. kept.Select(i => _starts[i])]);
        var whole = _cache;
        _cache = whole.Select(selection);
        whole.Dispose();
        _leftPadding = _leftPadding?.index_select(0, selection);
    }

    /// <summary>Feeds each row its last token.</summary>
    public void Advance()
    {
        if (_cache.Length == _cache.Capacity)
            MakeRoom();
        using var scope = NewDisposeScope();
        var last = tensor(_drafts.Select(static draft => (long)draft.Last).ToArray()).unsqueeze(-1);
        var batch = new PaddedRows(last, null, _leftPadding?.narrow(4, _cache.First, _cache.Length + 1 - _cache.First), _starts);
        var output = _policy.Forward(batch, _cache, countLoad: false, _recordExperts);
        _logits = _policy.Logits(output.Hidden).MoveToOuterDisposeScope();
        if (_recordExperts)
            Record(ChosenExperts.ByToken(output.Routes));
    }

    /// <summary>Puts prompts that were read in the place of rows that have ended.</summary>
    public void Refill(Reading reading, Draft[] drafts)
    {
        var groupSize = drafts.Length / reading.Starts.Length;
        int[] rows = [.. Enumerable.Range(0, _drafts.Length).Where(i => _drafts[i].Finished).Take(drafts.Length)];
        using (NewDisposeScope())
        {
            var places = tensor(rows.Select(static row => (long)row).ToArray());
            _cache.Replace(places, reading.Cache.Repeat(groupSize));
            _logits.index_copy_(0, places, reading.Logits.repeat_interleave(groupSize, 0));
        }

        for (var i = 0; i < rows.Length; i++)
        {
            _drafts[rows[i]] = drafts[i];
            _starts[rows[i]] = _cache.Length - reading.Cache.Length + reading.Starts[i / groupSize];
        }

        SkipEnded();
        Pad();
    }

    // The columns before those that any row still needs make room; a prompt that comes next must find as many as it has tokens.
    private void MakeRoom()
    {
        SkipEnded();
        var dropped = Math.Min(_cache.First, _cache.Length - _longestPrompt);
        var full = _cache;
        _cache = full.Without(dropped);
        full.Dispose();
        for (var i = 0; i < _starts.Length; i++)
            _starts[i] = Math.Max(0, _starts[i] - dropped);
        Pad();
    }

    private void SkipEnded() => _cache.First = _drafts.Zip(_starts).Where(static row => !row.First.Finished)
        .Select(static row => row.Second).DefaultIfEmpty(_cache.Length - 1).Min();

    private void Pad()
    {
        using var scope = NewDisposeScope();
        _leftPadding?.Dispose();
        _leftPadding = PaddedRows.LeftPaddingBias(_cache.Capacity, _starts)?.MoveToOuterDisposeScope();
    }

    private void Record(ushort[][] experts)
    {
        for (var i = 0; i < _drafts.Length; i++)
        {
            if (!_drafts[i].Finished)
                _drafts[i].Routed(experts[i]);
        }
    }
}
