using System.Diagnostics.CodeAnalysis;

namespace Judges.Code;

/// <summary>A bounded memory by key, safe from any number of threads; what was not asked for longest makes room.</summary>
internal sealed class LeastRecentlyUsed<TValue>(int capacity)
    where TValue : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, TValue Value)>> _entries = [];
    private readonly LinkedList<(string Key, TValue Value)> _byUse = new();

    public bool TryGet(string key, [NotNullWhen(true)] out TValue? value)
    {
        lock (_gate)
            return Find(key, out value);
    }

    /// <summary>The value that is known, or <paramref name="value"/>, which then is.</summary>
    public TValue GetOrAdd(string key, TValue value)
    {
        lock (_gate)
        {
            if (Find(key, out var known))
                return known;
            _entries[key] = _byUse.AddFirst((key, value));
            if (_entries.Count > capacity)
            {
                _entries.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }
            return value;
        }
    }

    public void Remove(string key)
    {
        lock (_gate)
        {
            if (_entries.Remove(key, out var known))
                _byUse.Remove(known);
        }
    }

    private bool Find(string key, [NotNullWhen(true)] out TValue? value)
    {
        value = null;
        if (!_entries.TryGetValue(key, out var known))
            return false;
        _byUse.Remove(known);
        _byUse.AddFirst(known);
        value = known.Value.Value;
        return true;
    }
}
