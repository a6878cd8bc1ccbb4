using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Training.Generation;

/// <summary>Reads prompts, each once, however many completions are asked of it.</summary>
internal sealed class PromptReader(FusedDecoder policy, int routes)
{
    /// <param name="prompts">padded on the left to <paramref name="columns"/></param>
    /// <param name="capacity">columns of the cache that the result brings</param>
    /// <param name="origin">the rotary position of the first column</param>
    public Reading Read(IReadOnlyList<int[]> prompts, int columns, int capacity, int origin)
    {
        int[] starts = [.. prompts.Select(prompt => columns - prompt.Length)];
        var tokens = new long[prompts.Count * columns];
        for (var row = 0; row < prompts.Count; row++)
        {
            for (var i = 0; i < prompts[row].Length; i++)
                tokens[row * columns + starts[row] + i] = prompts[row][i];
        }

        var cache = policy.Cache(prompts.Count, capacity, origin);
        using var scope = NewDisposeScope();
        var rows = new PaddedRows(tensor(tokens).view(prompts.Count, columns), null, PaddedRows.LeftPaddingBias(columns, starts), starts);
        var output = policy.Forward(rows, cache, countLoad: false, keepRoutes: routes > 0);
        var hidden = output.Hidden.view(prompts.Count, columns, -1);
        return new(cache, policy.Logits(hidden.select(1, columns - 1)).MoveToOuterDisposeScope(), starts, Experts(output, starts, columns));
    }

    // Per prompt and token of it, what all routed layers chose.
    private IReadOnlyList<ushort[]>?[] Experts(FusedDecoder.Output output, int[] starts, int columns)
    {
        if (routes == 0)
            return new IReadOnlyList<ushort[]>?[starts.Length];

        var chosen = ChosenExperts.ByToken(output.Routes);
        return [.. starts.Select((start, row) => chosen[(row * columns + start)..((row + 1) * columns)])];
    }
}

/// <param name="Cache">[P, …]</param>
/// <param name="Logits">[P, V] of the token that follows each prompt</param>
/// <param name="Starts">[P] the column of each prompt's first token</param>
/// <param name="Experts">[P] the experts that its tokens were sent to, or nulls</param>
internal sealed record Reading(KeyValueCache Cache, Tensor Logits, int[] Starts, IReadOnlyList<ushort[]>?[] Experts) : IDisposable
{
    public void Dispose()
    {
        Cache.Dispose();
        Logits.Dispose();
    }
}
