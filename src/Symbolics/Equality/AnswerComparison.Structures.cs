namespace Symbolics;

/// <summary>Lists, sets, tuples, intervals and matrices.</summary>
internal sealed partial class AnswerComparison
{
    private Comparison CompareSequences(Sequence gold, Sequence answer)
    {
        if (_policy.TuplesAreSets && gold.Kind is SequenceKind.Tuple != answer.Kind is SequenceKind.Tuple)
            return CompareAnyOrder(gold.Items, answer.Items);
        if (gold.Kind is SequenceKind.Tuple != answer.Kind is SequenceKind.Tuple && (gold.Kind is SequenceKind.List || answer.Kind is SequenceKind.List) && AsPoint(gold) is { } wanted && AsPoint(answer) is { } given)
            return CompareInOrder(wanted, given);
        if (gold.Kind is SequenceKind.Tuple != answer.Kind is SequenceKind.Tuple)
            return gold is { Items: [Sequence only], Kind: SequenceKind.List } ? Compare(only, answer)
                : answer is { Items: [Sequence one], Kind: SequenceKind.List } ? Compare(gold, one)
                : Comparison.Differ(Grounds.Structure);
        if (Nested(gold) != Nested(answer))
            return CompareInOrder(Flattened(gold), Flattened(answer)) is { Equivalence: Equivalence.Equal } flat ? flat : Comparison.Unknown;
        if (gold.Kind is not SequenceKind.Tuple && gold.Items.Count != answer.Items.Count && IsSolutionSet(gold) && IsSolutionSet(answer))
            return CompareAnyOrder(Distinct(gold.Items), Distinct(answer.Items));
        if (gold.Kind is not SequenceKind.Tuple)
            return (_policy.OrderedLists || HasDots(gold)) && gold.Kind is SequenceKind.List ? CompareInOrder(gold.Items, answer.Items) : CompareAnyOrder(gold.Items, answer.Items);
        // (1,2] and [1,2] are intervals with different ends; of more than two members the brackets say nothing.
        if (gold.Items.Count == 2 && answer.Items.Count == 2 && (gold.Open, gold.Close) != (answer.Open, answer.Close) && !(Is(gold, '⟨') || Is(answer, '⟨')))
            return Comparison.Differ(Grounds.Structure);
        return CompareInOrder(gold.Items, answer.Items);
    }

    // x = 2, y = 3 is the point (2, 3): single letters in the order of the alphabet.
    private IReadOnlyList<Answer>? AsPoint(Sequence sequence)
    {
        if (sequence.Kind is SequenceKind.Tuple)
            return sequence is { Open: '(', Close: ')' } ? sequence.Items : null;
        if (!_policy.LabelsOptional)
            return null;
        var named = new SortedDictionary<char, Answer>();
        foreach (var item in sequence.Items)
        {
            if (item is not Relation { Signs: ["="], Sides: [Scalar { Unit: null, Value: Symbol { Name: [var letter] } }, Scalar value] } || !named.TryAdd(letter, value))
                return null;
        }
        return [.. named.Values];
    }

    // p = 5, q = 2; p = 7, q = 2: lists within a list.
    private static bool Nested(Sequence sequence) => sequence.Kind is SequenceKind.List && sequence.Items.Any(static item => item is Sequence { Kind: SequenceKind.List });

    private static List<Answer> Flattened(Sequence sequence) =>
        [.. sequence.Items.SelectMany(static item => item is Sequence { Kind: SequenceKind.List } inner ? inner.Items : [item])];

    private static bool HasDots(Sequence sequence) => sequence.Items.Any(static item => item is Scalar { Value: Symbol { Name: "…" } });

    // A set has no member twice, nor has a list of points.
    private static bool IsSolutionSet(Sequence sequence) => sequence.Kind is SequenceKind.Set || sequence.Items.All(static item => item is Sequence { Kind: SequenceKind.Tuple });

    private List<Answer> Distinct(IReadOnlyList<Answer> items)
    {
        var distinct = new List<Answer>();
        foreach (var item in items)
        {
            if (!distinct.Exists(other => Compare(other, item).Equivalence is Equivalence.Equal))
                distinct.Add(item);
        }
        return distinct;
    }

    private static bool Is(Sequence sequence, char open) => sequence.Open == open;

    private static List<Answer> Flat(Matrix matrix) =>
        matrix.Rows.Count == 1 || matrix.Rows[0].Count == 1 ? [.. matrix.Rows.SelectMany(static row => row)] : [];

    // 2i - j, a sum of unit vectors, against (2, -1).
    private Comparison CompareComponents(Expr sum, IReadOnlyList<Answer> items, bool goldIsSum)
    {
        if (UnitVectors.Components(sum, items.Count) is not var (parts, whole) || _scalars.Compare(sum, whole) is not { Equivalence: Equivalence.Equal })
            return Comparison.Unknown;
        Answer[] found = [.. parts.Select(static part => new Scalar(part))];
        return goldIsSum ? CompareInOrder(found, items) : CompareInOrder(items, found);
    }

    private Comparison CompareMatrices(Matrix gold, Matrix answer)
    {
        if (gold.Rows.Count != answer.Rows.Count || gold.Rows[0].Count != answer.Rows[0].Count)
            return Comparison.Differ(Grounds.Structure);
        return CompareInOrder([.. gold.Rows.SelectMany(static row => row)], [.. answer.Rows.SelectMany(static row => row)]);
    }

    private Comparison CompareInOrder(IReadOnlyList<Answer> gold, IReadOnlyList<Answer> answer)
    {
        if (gold.Count != answer.Count || gold.Count == 0)
            return gold.Count == answer.Count ? Comparison.Unknown : Comparison.Differ(Grounds.Structure);
        var grounds = Grounds.SameText;
        var result = Comparison.Same(Grounds.SameText);
        for (var i = 0; i < gold.Count; i++)
        {
            var next = Compare(gold[i], answer[i]);
            if (next.Equivalence is Equivalence.Different)
                return next;
            if (next.Equivalence is Equivalence.Undecided)
                result = next;
            grounds = Weaker(grounds, next.Grounds);
        }
        return result.Equivalence is Equivalence.Undecided ? result : Comparison.Same(grounds);
    }

    // "x + 11, or 11 + x" says one thing twice.
    private Comparison? AllEqual(Answer gold, IReadOnlyList<Answer> items)
    {
        var grounds = Grounds.SameText;
        foreach (var item in items)
        {
            if (item is not Scalar { Unit: null } || Compare(gold, item) is not { Equivalence: Equivalence.Equal } equal)
                return null;
            grounds = Weaker(grounds, equal.Grounds);
        }
        return Comparison.Same(grounds);
    }

    /// <summary>Each member of one side must have its own equal in the other.</summary>
    private Comparison CompareAnyOrder(IReadOnlyList<Answer> gold, IReadOnlyList<Answer> answer)
    {
        if (gold.Count != answer.Count)
            return Comparison.Differ(Grounds.Structure);
        var left = answer.ToList();
        var grounds = Grounds.Structure;
        var weakest = Grounds.SameText;
        var undecided = false;
        foreach (var wanted in gold)
        {
            var place = -1;
            for (var i = 0; i < left.Count && place < 0; i++)
            {
                if (_budget.Spent)
                    return Comparison.Unknown;
                var result = Compare(wanted, left[i]);
                undecided |= result.Equivalence is Equivalence.Undecided;
                if (result.Equivalence is not Equivalence.Equal)
                    continue;
                place = i;
                weakest = Weaker(weakest, result.Grounds);
            }
            if (place < 0)
                return undecided ? Comparison.Unknown : Comparison.Differ(grounds);
            left.RemoveAt(place);
        }
        return Comparison.Same(weakest);
    }
}
