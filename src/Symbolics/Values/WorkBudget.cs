namespace Symbolics;

/// <summary>How much work one comparison may do: a count of steps, not a clock, so that every machine stops at the same place.</summary>
internal sealed class WorkBudget(int steps)
{
    public const int Default = 200_000;

    /// <summary>The longest number that exact arithmetic makes, in bits.</summary>
    public const int MaxBits = 32_768;

    private int _left = steps;

    public bool Spent => _left <= 0;

    /// <summary>Whether so many steps were left; they are taken either way.</summary>
    public bool Take(long cost)
    {
        _left = cost >= _left ? 0 : _left - (int)cost;
        return _left > 0;
    }
}
