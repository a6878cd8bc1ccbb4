namespace Judges.Format.Lengths;

/// <summary>
/// The longest piece of a sequence that stands there twice, in linear time (Blumer et al. 1985, online construction). A state's link is the
/// longest suffix of its words that occurs elsewhere too, so the longest of all links met while reading is the longest repeat.
/// </summary>
internal sealed class SuffixAutomaton
{
    private readonly int[] _length;
    private readonly int[] _link;
    private readonly int[] _firstEnd;
    private readonly int[] _firstEdge;
    private readonly int[] _nextEdge;
    private readonly int[] _symbol;
    private readonly int[] _target;
    private readonly int[] _table;
    private int _states = 1;
    private int _edges;

    private SuffixAutomaton(int count)
    {
        // At most 2n − 1 states and 3n − 4 transitions.
        (_length, _link, _firstEnd, _firstEdge) = (new int[2 * count + 1], new int[2 * count + 1], new int[2 * count + 1], new int[2 * count + 1]);
        (_nextEdge, _symbol, _target) = (new int[3 * count + 1], new int[3 * count + 1], new int[3 * count + 1]);
        _table = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(6 * count + 8))];
        _link[0] = -1;
        _firstEdge.AsSpan().Fill(-1);
        _table.AsSpan().Fill(-1);
    }

    /// <summary>The repeat's length and where its first and its last occurrence found begin; they may overlap.</summary>
    public static Repeat Longest(ReadOnlySpan<int> symbols)
    {
        var automaton = new SuffixAutomaton(symbols.Length);
        var (last, longest) = (0, default(Repeat));
        for (var at = 0; at < symbols.Length; at++)
        {
            last = automaton.Extend(last, symbols[at], at);
            var repeated = automaton._link[last];
            if (automaton._length[repeated] is var length && length > longest.Length)
                longest = new(length, automaton._firstEnd[repeated] + 1 - length, at + 1 - length);
        }
        return longest;
    }

    private int Extend(int last, int symbol, int at)
    {
        var added = New(_length[last] + 1, at);
        var state = last;
        for (; state >= 0 && Find(state, symbol) < 0; state = _link[state])
            Add(state, symbol, added);
        if (state < 0)
        {
            _link[added] = 0;
            return added;
        }
        var edge = Find(state, symbol);
        var next = _target[edge];
        if (_length[next] == _length[state] + 1)
        {
            _link[added] = next;
            return added;
        }
        var copy = New(_length[state] + 1, _firstEnd[next]);
        _link[copy] = _link[next];
        for (var copied = _firstEdge[next]; copied >= 0; copied = _nextEdge[copied])
            Add(copy, _symbol[copied], _target[copied]);
        for (; state >= 0 && Find(state, symbol) is var toNext and >= 0 && _target[toNext] == next; state = _link[state])
            _target[toNext] = copy;
        _link[next] = _link[added] = copy;
        return added;
    }

    private int New(int length, int firstEnd)
    {
        (_length[_states], _firstEnd[_states]) = (length, firstEnd);
        return _states++;
    }

    private void Add(int state, int symbol, int target)
    {
        (_symbol[_edges], _target[_edges], _nextEdge[_edges]) = (symbol, target, _firstEdge[state]);
        _firstEdge[state] = _edges;
        var slot = Slot(state, symbol);
        while (_table[2 * slot] >= 0)
            slot = (slot + 1) & (_table.Length / 2 - 1);
        (_table[2 * slot], _table[2 * slot + 1]) = (state, _edges++);
    }

    // The edge, or −1.
    private int Find(int state, int symbol)
    {
        for (var slot = Slot(state, symbol); _table[2 * slot] >= 0; slot = (slot + 1) & (_table.Length / 2 - 1))
        {
            if (_table[2 * slot] == state && _symbol[_table[2 * slot + 1]] == symbol)
                return _table[2 * slot + 1];
        }
        return -1;
    }

    private int Slot(int state, int symbol)
    {
        var mixed = ((ulong)(uint)state << 32 | (uint)symbol) * 0x9E3779B97F4A7C15;
        return (int)((mixed ^ mixed >> 29) * 0xBF58476D1CE4E5B9 >> 33) & (_table.Length / 2 - 1);
    }
}

/// <summary>A piece that stands twice in a sequence.</summary>
internal readonly record struct Repeat(int Length, int First, int Second);
