namespace Symbolics;

/// <summary>Answers under conditions, and statements.</summary>
internal sealed partial class AnswerComparison
{
    private Comparison CompareBuilders(Builder gold, Builder answer)
    {
        if (Elements(gold) is not { } wanted || Elements(answer) is not { } given || wanted.Count != given.Count)
            return Comparison.Unknown;
        var condition = answer.Condition;
        // Through names that nobody writes, so that a swap of two stays a swap.
        for (var i = 0; i < given.Count; i++)
            condition = Renaming.Of(condition, given[i], new Symbol($"∎{i}"));
        for (var i = 0; i < given.Count; i++)
            condition = Renaming.Of(condition, $"∎{i}", new Symbol(wanted[i]));
        return Compare(gold.Condition, condition);
    }

    private static List<string>? Elements(Builder builder) => builder.Element switch
    {
        Scalar { Value: Symbol symbol } => [symbol.Name],
        Sequence { Kind: SequenceKind.Tuple } tuple when tuple.Items.All(static item => item is Scalar { Value: Symbol }) => [.. tuple.Items.Select(static item => ((Symbol)((Scalar)item).Value).Name)],
        _ => null,
    };

    private Comparison ComparePiecewise(Piecewise gold, Piecewise answer)
    {
        if (gold.Cases.Count != answer.Cases.Count)
            return Comparison.Unknown;
        var (wanted, given) = (Completed(gold), Completed(answer));
        var left = given.ToList();
        var grounds = Grounds.SameText;
        foreach (var one in wanted)
        {
            var place = left.FindIndex(other => Matches(one, other, ref grounds));
            if (place < 0)
                return Comparison.Unknown;
            left.RemoveAt(place);
        }
        return Comparison.Same(grounds);
    }

    private bool Matches(Case gold, Case answer, ref Grounds grounds)
    {
        if (Compare(gold.Value, answer.Value) is not { Equivalence: Equivalence.Equal } value)
            return false;
        if (gold.Condition is null || answer.Condition is null)
            return gold.Condition is null && answer.Condition is null;
        if (Compare(gold.Condition, answer.Condition) is not { Equivalence: Equivalence.Equal } condition)
            return false;
        grounds = Weaker(grounds, Weaker(value.Grounds, condition.Grounds));
        return true;
    }

    // "otherwise" means everything that no other condition names.
    private List<Case> Completed(Piecewise answer)
    {
        var sets = new RealSets(_scalars);
        string? variable = null;
        var named = new List<Piece>();
        foreach (var one in answer.Cases)
        {
            if (one.Condition is null)
                continue;
            if (sets.Of(one.Condition, ref variable) is not { } pieces)
                return [.. answer.Cases];
            named.AddRange(pieces);
        }
        return sets.Ordered(named) is { } ordered && RealSets.Complement(ordered) is { } rest && variable is not null
            ? [.. answer.Cases.Select(one => one.Condition is null ? one with { Condition = Union(rest, variable) } : one)] : [.. answer.Cases];
    }

    private static Relation Union(List<Piece> pieces, string variable) =>
        new([new Scalar(new Symbol(variable)), pieces.Count == 1 ? Interval(pieces[0]) : new Combined("∪", [.. pieces.Select(Interval)])], ["∈"]);

    private static Sequence Interval(Piece piece) => piece.Low is not null && piece.Low == piece.High
        ? new(SequenceKind.Set, [new Scalar(piece.Low)])
        : Range(new Scalar(piece.Low ?? Build.Negate(new Constant(ConstantName.Infinity))), new Scalar(piece.High ?? new Constant(ConstantName.Infinity)), !piece.LowClosed, !piece.HighClosed);

    private Comparison CompareStatements(Statement gold, Statement answer)
    {
        if (gold.Parts.Count != answer.Parts.Count)
            return Comparison.Unknown;
        var grounds = Grounds.Words;
        for (var i = 0; i < gold.Parts.Count; i++)
        {
            var result = Compare(gold.Parts[i], answer.Parts[i]);
            if (result.Equivalence is not Equivalence.Equal)
                return result.Equivalence is Equivalence.Different && gold.Parts[i] is not Wording ? result : Comparison.Unknown;
            grounds = Weaker(grounds, result.Grounds);
        }
        return Comparison.Same(grounds);
    }

    private static Comparison CompareClocks(Clock gold, Clock answer)
    {
        if (gold.Seconds == answer.Seconds)
            return Comparison.Same(Grounds.ExactValues);
        return Comparison.Differ(Grounds.ExactValues);
    }

    // 20:34 is 8:34 p.m.; 8:34 alone may leave out the half of the day, as an answer may leave out a unit.
    private Comparison CompareClock(Clock gold, Ratio answer)
    {
        if (!answer.ClockLike || Seconds(answer) is not { } seconds)
            return Comparison.Unknown;
        if (seconds == gold.Seconds)
            return Comparison.Same(Grounds.ExactValues);
        const int HalfDay = 12 * 3600;
        return !_policy.UnitsRequired && seconds < HalfDay + 3600 && seconds % HalfDay == gold.Seconds % HalfDay ? Comparison.Same(Grounds.Units) : Comparison.Differ(Grounds.ExactValues);
    }

    private static int? Seconds(Ratio ratio)
    {
        var total = 0;
        for (var i = 0; i < 3; i++)
        {
            if (i < ratio.Items.Count && ratio.Items[i] is not Number { Value.Denominator.IsOne: true })
                return null;
            total = total * 60 + (i < ratio.Items.Count ? (int)((Number)ratio.Items[i]).Value.Numerator : 0);
        }
        return total;
    }
}
