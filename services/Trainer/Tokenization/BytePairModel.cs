namespace Judges.Training.Tokenization;

/// <summary>
/// Byte-pair encoding (arXiv 1508.07909): starting from single symbols, the neighbours whose merge has the lowest rank are joined until
/// none are left, of equal rank the leftmost first. A queue of candidate pairs keeps it at n·log n, whatever the text.
/// </summary>
internal sealed class BytePairModel(IReadOnlyDictionary<string, int> vocabulary, IReadOnlyDictionary<(int Left, int Right), BytePairModel.Merge> merges)
{
    private const int None = -1;

    /// <summary>Whether a word that is itself in the vocabulary is taken as it is, without merges leading to it (Llama 3).</summary>
    public bool WholeWords { get; init; }

    public int? Find(string token) => vocabulary.TryGetValue(token, out var id) ? id : null;

    /// <summary>Joins symbols, in place of which the joined ones are returned.</summary>
    public List<int> Join(IReadOnlyList<int> symbols)
    {
        var chain = new Chain(symbols);
        var queue = new PriorityQueue<Candidate, (int Rank, int Place)>();
        for (var place = 0; place + 1 < symbols.Count; place++)
            Offer(place);

        while (queue.TryDequeue(out var candidate, out _))
        {
            var place = candidate.Place;
            var right = chain.Next[place];
            if (right == None || chain.Symbols[place] != candidate.Left || chain.Symbols[right] != candidate.Right)
                continue; // one of the two has been joined with another since
            chain.Symbols[place] = merges[(candidate.Left, candidate.Right)].Joined;
            chain.Remove(right);
            Offer(place);
            if (chain.Previous[place] is not None and var before)
                Offer(before);
        }

        return chain.Left();

        void Offer(int place)
        {
            if (chain.Next[place] is not None and var next && merges.TryGetValue((chain.Symbols[place], chain.Symbols[next]), out var merge))
                queue.Enqueue(new(place, chain.Symbols[place], chain.Symbols[next]), (merge.Rank, place));
        }
    }

    internal readonly record struct Merge(int Rank, int Joined);

    private readonly record struct Candidate(int Place, int Left, int Right);

    // Symbols linked by place, so that one can be taken out from between two.
    private sealed class Chain(IReadOnlyList<int> symbols)
    {
        private const int Gone = -2;

        public int[] Symbols { get; } = [.. symbols];

        public int[] Next { get; } = [.. Enumerable.Range(1, symbols.Count).Select(place => place < symbols.Count ? place : None)];

        public int[] Previous { get; } = [.. Enumerable.Range(-1, symbols.Count)];

        public void Remove(int place)
        {
            Next[Previous[place]] = Next[place];
            if (Next[place] != None)
                Previous[Next[place]] = Previous[place];
            (Symbols[place], Next[place]) = (Gone, None);
        }

        public List<int> Left() => [.. Symbols.Where(static symbol => symbol != Gone)];
    }
}
