namespace Symbolics;

/// <summary>Compares two answers part by part under a policy.</summary>
internal sealed partial class AnswerComparison
{
    private const int MaxDepth = 16;

    private readonly ComparisonPolicy _policy;
    private readonly WorkBudget _budget = new(WorkBudget.Default);
    private readonly ScalarComparison _scalars;
    private int _depth;

    public AnswerComparison(ComparisonPolicy policy)
    {
        _policy = policy;
        _scalars = new(_budget);
    }

    public Comparison Compare(GoldAnswer gold, string answer)
    {
        // Marks of Markdown.
        answer = answer.Trim('*', '_');
        if (Lettering.Compare(gold.Bare, answer, _policy) is { } letters)
            return letters;
        if (gold.Read(_budget) is not { } wanted || AnswerParser.Parse(answer, _budget) is not { } given)
            return Comparison.Unknown;
        return Compare(wanted, given);
    }

    private Comparison Compare(Answer gold, Answer answer)
    {
        if (_depth >= MaxDepth || !_budget.Take(10))
            return Comparison.Unknown;
        _depth++;
        var result = Dispatch(gold, answer);
        if (result.Equivalence is not Equivalence.Equal && CompareSets(gold, answer) is { } sets)
            result = sets;
        _depth--;
        return result;
    }

    private Comparison Dispatch(Answer gold, Answer answer) => (gold, answer) switch
    {
        (Scalar left, Scalar right) => CompareScalars(left, right),
        (Family left, Family right) => CompareFamilies(left, right),
        (Family left, _) => CompareFamily(left, answer, familyIsGold: true),
        (_, Family right) => CompareFamily(right, gold, familyIsGold: false),
        (Builder left, Builder right) => CompareBuilders(left, right),
        (Piecewise left, Piecewise right) => ComparePiecewise(left, right),
        (Statement left, Statement right) => CompareStatements(left, right),
        (Clock left, Clock right) => CompareClocks(left, right),
        (Clock left, Ratio right) => CompareClock(left, right),
        (Ratio left, Clock right) => CompareClock(right, left),
        (Relation left, Relation right) => CompareRelations(left, right),
        (Relation left, _) => CompareLabelled(left, answer, goldIsRelation: true),
        (_, Relation right) => CompareLabelled(right, gold, goldIsRelation: false),
        (Matrix left, Matrix right) => CompareMatrices(left, right),
        (Scalar { Unit: null } left, Sequence { Kind: SequenceKind.Tuple } right) => CompareComponents(left.Value, right.Items, goldIsSum: true),
        (Sequence { Kind: SequenceKind.Tuple } left, Scalar { Unit: null } right) => CompareComponents(right.Value, left.Items, goldIsSum: false),
        (Scalar { Unit: null } left, Matrix { Rows.Count: > 1 } right) => CompareComponents(left.Value, Flat(right), goldIsSum: true),
        (Matrix { Rows.Count: > 1 } left, Scalar { Unit: null } right) => CompareComponents(right.Value, Flat(left), goldIsSum: false),
        // A matrix of one cell is a number.
        (Matrix { Rows: [[var only]] }, Scalar) => Compare(only, answer),
        (Scalar, Matrix { Rows: [[var only]] }) => Compare(gold, only),
        (Matrix left, Sequence { Kind: SequenceKind.Tuple } right) => CompareInOrder(Flat(left), right.Items),
        (Sequence { Kind: SequenceKind.Tuple } left, Matrix right) => CompareInOrder(left.Items, Flat(right)),
        (Sequence left, Sequence right) => CompareSequences(left, right),
        (Sequence { Items: [var only], Kind: not SequenceKind.Set } _, _) => Compare(only, answer),
        (Combined left, Combined right) => left.Operation == right.Operation && left.Operation is not "∖" ? CompareAnyOrder(left.Items, right.Items)
            : left.Operation == right.Operation ? CompareInOrder(left.Items, right.Items) : Comparison.Unknown,
        (Ratio left, Ratio right) => CompareRatios(left, right),
        // 3 : 4 is the fraction 3/4; but a fraction as the gold may be a chance, and 3 : 4 its odds.
        (Ratio { Items: [var over, var under], ClockLike: false }, Scalar { Unit: null } right) => CompareValues(new Quotient(over, under), right.Value),
        (Residue left, Residue right) => CompareResidues(left, right),
        (Residue left, Scalar right) => CompareResidues(left, new(right.Value, left.Modulus)),
        (Based left, Based right) => left.Radix == right.Radix
            ? left.Value == right.Value ? Comparison.Same(Grounds.ExactValues) : Comparison.Differ(Grounds.ExactValues)
            : left.Value == right.Value ? BaseDiffers : Comparison.Differ(Grounds.ExactValues),
        // The base is part of what was asked: its digits in base ten are not the same answer, nor is the bare value.
        (Based left, Scalar right) => _scalars.Compare(new Number(left.Value), right.Value) is { Equivalence: Equivalence.Different } differs ? differs : BaseDiffers,
        (Scalar left, Based right) => _scalars.Compare(left.Value, new Number(right.Value)) is { Equivalence: Equivalence.Different } differs ? differs : BaseDiffers,
        (Wording left, Wording right) => Lettering.Words(left.Text, right.Text, _policy),
        (Wording { Text: var nothing }, Sequence { Kind: SequenceKind.Set, Items.Count: 0 }) when Lettering.IsNothing(nothing) => Comparison.Same(Grounds.Words),
        (Sequence { Kind: SequenceKind.Set, Items.Count: 0 }, Wording { Text: var nothing }) when Lettering.IsNothing(nothing) => Comparison.Same(Grounds.Words),
        (Wording left, Scalar right) => NumberWords(left, right),
        (Scalar left, Wording right) => NumberWords(right, left),
        (Scalar, Sequence { Kind: SequenceKind.List, Items: var items }) when AllEqual(gold, items) is { } same => same,
        (Scalar { Value: Number or Constant }, Sequence { Kind: not SequenceKind.Tuple, Items.Count: > 1 }) => Comparison.Differ(Grounds.Structure),
        (Sequence { Kind: not SequenceKind.Tuple, Items.Count: > 1 }, Scalar { Value: Number or Constant }) => Comparison.Differ(Grounds.Structure),
        _ => Comparison.Unknown,
    };

    private Comparison BaseDiffers => _policy.BaseOptional ? Comparison.Same(Grounds.Units) : new(Equivalence.Undecided, Grounds.Units);

    private Comparison NumberWords(Wording words, Scalar value) =>
        Lettering.NumberOf(words.Text) is { } number ? _scalars.Compare(Number.Of(number), value.Value) : Comparison.Unknown;

    private Comparison CompareValues(Expr left, Expr right)
    {
        var result = CompareAntiderivatives(left, right) ?? _scalars.Compare(left, right);
        if (result is { Equivalence: Equivalence.Equal, Grounds: Grounds.Enclosures } && !_policy.EnclosuresSuffice)
            return new(Equivalence.Undecided, Grounds.Enclosures);
        if (result.Equivalence is Equivalence.Equal || !_policy.Rounds)
            return result;
        if (Rounded(left, right) is { } near)
            return near;
        if (!_policy.Hundredfold)
            return result;
        var hundred = Number.Of(100);
        return Scaled(new Product([left, hundred]), right) ?? Scaled(left, new Product([right, hundred])) ?? result;
    }

    private Comparison? Scaled(Expr left, Expr right) =>
        _scalars.Compare(left, right) is { Equivalence: Equivalence.Equal } same ? same with { Grounds = Grounds.Rounding } : Rounded(left, right);

    private Comparison? Rounded(Expr left, Expr right)
    {
        if (!IsDecimal(left) && !IsDecimal(right))
            return null;
        var distance = _policy.AbsoluteTolerance;
        if (_policy.RoundedDecimals && (Places(left) ?? Places(right)) is >= 2 and var places)
            distance = Math.Max(distance, 0.5 * Math.Pow(10, -places));
        return (_policy.RelativeTolerance > 0 ? _scalars.Near(left, right, _policy.RelativeTolerance) : null) ?? (distance > 0 ? _scalars.Within(left, right, distance) : null);
    }

    private static int? Places(Expr expr) => expr is Number { Decimals: >= 0 and var places } ? places : null;

    private static bool IsDecimal(Expr expr) => expr is Number { Decimals: >= 0 } or Quotient { Over: Number { Decimals: >= 0 } } || (expr is Product product && product.Factors.Any(IsDecimal));

    private Comparison CompareRatios(Ratio gold, Ratio answer)
    {
        if (gold.Items.Count != answer.Items.Count && !(gold.ClockLike && answer.ClockLike))
            return Comparison.Differ(Grounds.Structure);
        if (gold.ClockLike && answer.ClockLike)
        {
            // 12:30 as a time and as a ratio agree only when they are the same digits (seconds may be left out).
            for (var i = 0; i < Math.Max(gold.Items.Count, answer.Items.Count); i++)
            {
                var (left, right) = (i < gold.Items.Count ? gold.Items[i] : Number.Zero, i < answer.Items.Count ? answer.Items[i] : Number.Zero);
                if (_scalars.Compare(left, right).Equivalence is not Equivalence.Equal)
                    return Comparison.Unknown;
            }
            return Comparison.Same(Grounds.ExactValues);
        }
        // a : b = c : d where a d = b c for a pair that is not zero; 0 : 0 is no ratio.
        var pivot = 0;
        while (pivot < gold.Items.Count && !(IsNotZero(gold.Items[pivot]) && IsNotZero(answer.Items[pivot])))
            pivot++;
        if (pivot == gold.Items.Count)
            return Comparison.Unknown;
        var grounds = Grounds.ExactValues;
        for (var i = 0; i < gold.Items.Count; i++)
        {
            var result = CompareValues(new Product([gold.Items[pivot], answer.Items[i]]), new Product([gold.Items[i], answer.Items[pivot]]));
            if (result.Equivalence is not Equivalence.Equal)
                return result;
            grounds = Weaker(grounds, result.Grounds);
        }
        return Comparison.Same(grounds);
    }

    private bool IsNotZero(Expr value) => _scalars.Compare(value, Number.Zero).Equivalence is Equivalence.Different;

    private Comparison CompareResidues(Residue gold, Residue answer)
    {
        var exact = new ExactValue(_budget);
        if (exact.Of(gold.Value) is not { } left || exact.Of(answer.Value) is not { } right || exact.Of(gold.Modulus) is not { IsZero: false } modulus || exact.Of(answer.Modulus) is not { } other)
            return Comparison.Unknown;
        return modulus == other && ((left - right) / modulus).Denominator.IsOne ? Comparison.Same(Grounds.ExactValues) : Comparison.Differ(Grounds.ExactValues);
    }

    public static Grounds Weaker(Grounds left, Grounds right) => (Grounds)Math.Max((int)left, (int)right);
}
