namespace Symbolics;

/// <summary>Solutions for every integer, up to the parameter's name and to where it starts.</summary>
internal sealed partial class AnswerComparison
{
    private const int MaxResidues = 64;
    private const int MaxShift = 3;

    private Comparison CompareFamilies(Family gold, Family answer)
    {
        if (gold.Parameters.Count != answer.Parameters.Count || gold.Natural != answer.Natural)
            return Comparison.Unknown;
        foreach (var order in gold.Parameters.Count == 2 ? new[] { new[] { 0, 1 }, [1, 0] } : [[.. Enumerable.Range(0, gold.Parameters.Count)]])
        {
            if (CompareAnyOrder(gold.Items, Renamed(answer, gold.Parameters, order)) is { Equivalence: Equivalence.Equal } same)
                return same;
        }
        if (gold.Natural || gold.Parameters.Count != 1)
            return Comparison.Unknown;
        var name = gold.Parameters[0];
        var given = Renamed(answer, gold.Parameters, [0]);
        return Progressions(Parity.Split(gold.Items, name), name) is { } wanted && Progressions(Parity.Split(given, name), name) is { } found ? CompareProgressions(wanted, found) : Shifted(gold.Items, given, name);
    }

    private static List<Answer> Renamed(Family family, IReadOnlyList<string> names, int[] order)
    {
        IEnumerable<Answer> items = family.Items;
        for (var i = 0; i < family.Parameters.Count; i++)
        {
            var (from, to) = (family.Parameters[i], $"∎{i}");
            items = items.Select(item => Renaming.Of(item, from, new Symbol(to)));
        }
        for (var i = 0; i < family.Parameters.Count; i++)
        {
            var (from, to) = ($"∎{i}", names[order[i]]);
            items = items.Select(item => Renaming.Of(item, from, new Symbol(to)));
        }
        return [.. items];
    }

    /// <summary>A family against what does not say that its letter is an integer, as most answers do not.</summary>
    private Comparison CompareFamily(Family family, Answer other, bool familyIsGold)
    {
        if (!_policy.LabelsOptional || other is Wording or Statement)
            return Comparison.Unknown;
        var names = Renaming.Variables(other);
        names.IntersectWith(["k", "n", "m", "K", "N", "l", "j", "t"]);
        if (names.Count != 1)
            return Comparison.Unknown;
        var implied = new Family(other is Sequence { Kind: not SequenceKind.Tuple } list ? list.Items : [other], [names.Min!], family.Natural);
        return familyIsGold ? CompareFamilies(family, implied) : CompareFamilies(implied, family);
    }

    // Intervals and tuples: the same for another start or direction of the count.
    private Comparison Shifted(IReadOnlyList<Answer> gold, IReadOnlyList<Answer> answer, string name)
    {
        for (var shift = -MaxShift; shift <= MaxShift; shift++)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                var moved = new Sum([new Product([Number.Of(sign), new Symbol(name)]), Number.Of(shift)]);
                if (CompareAnyOrder(gold, [.. answer.Select(item => Renaming.Of(item, name, moved))]) is { Equivalence: Equivalence.Equal } same)
                    return same;
            }
        }
        return Comparison.Unknown;
    }

    // a + b k
    private List<(Expr Start, Expr Step)>? Progressions(IReadOnlyList<Answer> items, string name)
    {
        var found = new List<(Expr, Expr)>();
        string? label = null;
        foreach (var item in items)
        {
            var value = item;
            if (item is Relation { Signs: ["="], Sides: [Scalar { Value: Symbol named }, var right] })
            {
                if (label is not null && label != named.Name)
                    return null;
                (label, value) = (named.Name, right);
            }
            if (value is Sequence { Kind: SequenceKind.List } both)
            {
                if (Progressions(both.Items, name) is not { } more)
                    return null;
                found.AddRange(more);
                continue;
            }
            if (value is not Scalar { Unit: null, Value: var expr } || !Renaming.Variables(expr).IsSubsetOf([name]))
                return null;
            var start = Renaming.Of(expr, name, Number.Zero);
            var step = Build.Subtract(Renaming.Of(expr, name, Number.One), start);
            if (_scalars.Compare(expr, new Sum([start, new Product([step, new Symbol(name)])])).Equivalence is not Equivalence.Equal)
                return null;
            found.Add((start, step));
        }
        return found;
    }

    private Comparison CompareProgressions(List<(Expr Start, Expr Step)> gold, List<(Expr Start, Expr Step)> answer)
    {
        var unit = gold[0].Step;
        if (_scalars.Order(unit, Number.Zero) is not (1 or -1))
            return Comparison.Unknown;
        // The least common multiple of all steps, in units of the first one.
        var period = new Rational(1);
        foreach (var (_, step) in gold.Concat(answer))
        {
            if (Share(step, unit) is not { IsZero: false } share)
                return Comparison.Unknown;
            share = share.Size;
            var common = System.Numerics.BigInteger.GreatestCommonDivisor(period.Numerator * share.Denominator, share.Numerator * period.Denominator);
            period = new(period.Numerator * share.Numerator, common);
        }
        if (Residues(gold, unit, period) is not { } wanted || Residues(answer, unit, period) is not { } given)
            return Comparison.Unknown;
        var whole = new Product([new Number(period), unit]);
        foreach (var (some, others) in new[] { (wanted, given), (given, wanted) })
        {
            foreach (var one in some)
            {
                var found = false;
                foreach (var other in others)
                    found = found || Share(Build.Subtract(one, other), whole) is { Denominator.IsOne: true };
                if (!found)
                    return Comparison.Differ(Grounds.Structure);
            }
        }
        return Comparison.Same(Grounds.ExactValues);
    }

    private List<Expr>? Residues(List<(Expr Start, Expr Step)> items, Expr unit, Rational period)
    {
        var residues = new List<Expr>();
        foreach (var (start, step) in items)
        {
            if (Share(step, unit) is not { } share)
                return null;
            var count = period / share;
            if (!count.Denominator.IsOne || System.Numerics.BigInteger.Abs(count.Numerator) + residues.Count > MaxResidues)
                return null;
            for (var i = 0; i < System.Numerics.BigInteger.Abs(count.Numerator); i++)
                residues.Add(new Sum([start, new Product([Number.Of(i), step])]));
        }
        return residues;
    }

    /// <summary>The rational number, of a small denominator, by which one constant is a multiple of another.</summary>
    private Rational? Share(Expr value, Expr unit)
    {
        if (_scalars.Near(new Quotient(value, unit)) is not { } near)
            return null;
        for (var under = 1; under <= 24; under++)
        {
            var over = Integers.Floor(near * new Rational(under) + new Rational(1, 2));
            var candidate = new Rational(over, under);
            var gap = near - candidate;
            if (gap.Size < new Rational(1, 1_000_000) && _scalars.Compare(value, new Product([new Number(candidate), unit])).Equivalence is Equivalence.Equal)
                return candidate;
        }
        return null;
    }
}
