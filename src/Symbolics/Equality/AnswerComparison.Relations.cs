namespace Symbolics;

/// <summary>Equations, inequalities and memberships.</summary>
internal sealed partial class AnswerComparison
{
    private Comparison CompareRelations(Relation gold, Relation answer)
    {
        if (Interval(gold) is { } left && Interval(answer) is { } right)
            return left.Variable == right.Variable ? Compare(left.Range, right.Range) : Comparison.Unknown;
        if (Labelled(gold) is { } wanted && Labelled(answer) is { } given)
        {
            // y is what a function of x is called when nobody names it.
            if (wanted.Name == given.Name || (wanted.Function && given.Function && (wanted.Name is "y" || given.Name is "y")))
                return Compare(wanted.Value, given.Value);
        }
        if (gold.Signs.Count == 1 && answer.Signs.Count == 1)
            return CompareSingle(gold, answer);
        return gold.Signs.SequenceEqual(answer.Signs) ? CompareInOrder(gold.Sides, answer.Sides) is { Equivalence: Equivalence.Equal } equal ? equal : Comparison.Unknown : Comparison.Unknown;
    }

    // l = r means the same as any non-zero multiple of l - r = 0; an inequality the same as any positive one.
    private Comparison CompareSingle(Relation gold, Relation answer)
    {
        if (gold.Sides is not [Scalar { Unit: null } a, Scalar { Unit: null } b] || answer.Sides is not [Scalar { Unit: null } c, Scalar { Unit: null } d])
            return gold.Signs[0] == answer.Signs[0] && CompareInOrder(gold.Sides, answer.Sides) is { Equivalence: Equivalence.Equal } equal ? equal : Comparison.Unknown;
        var (sign, other) = (Upward(gold.Signs[0]), Upward(answer.Signs[0]));
        if (sign.Sign != other.Sign)
            return Comparison.Unknown;
        var left = sign.Flip ? Build.Subtract(b.Value, a.Value) : Build.Subtract(a.Value, b.Value);
        var right = other.Flip ? Build.Subtract(d.Value, c.Value) : Build.Subtract(c.Value, d.Value);
        if (sign.Sign is not ("=" or "≠" or "<" or "≤"))
            return Comparison.Unknown;
        return new Proportion(_scalars, _budget).Compare(left, right, sign.Sign is "=" or "≠");
    }

    private static (string Sign, bool Flip) Upward(string sign) => sign switch { ">" => ("<", true), "≥" => ("≤", true), "≈" => ("=", false), _ => (sign, false) };

    /// <summary>A value against x = value, f(x) = value, value = value, a &lt; x &lt; b or x ∈ set.</summary>
    private Comparison CompareLabelled(Relation relation, Answer other, bool goldIsRelation)
    {
        if (!_policy.LabelsOptional)
            return Comparison.Unknown;
        if (Interval(relation) is { } interval && other is Sequence or Combined)
            return Ordered(interval.Range, other, goldIsRelation);
        if (Labelled(relation) is { } labelled)
            return Ordered(labelled.Value, other, goldIsRelation);
        // 1/2 + 1/2 = 1 answers 1; 9 = 5 does not answer 5: every side must be the same.
        // What stands behind ≈ is a remark about the exact value before it.
        if (Place(relation.Signs, "≈") is var about and >= 0)
            return Ordered(about == 0 ? relation.Sides[0] : new Relation([.. relation.Sides.Take(about + 1)], [.. relation.Signs.Take(about)]), other, goldIsRelation);
        if (!relation.Signs.All(static sign => sign is "=" or "⇔"))
            return Comparison.Unknown;
        var weakest = Grounds.SameText;
        foreach (var side in relation.Sides)
        {
            var result = Ordered(side, other, goldIsRelation);
            if (result.Equivalence is not Equivalence.Equal)
                return Comparison.Unknown;
            weakest = Weaker(weakest, result.Grounds);
        }
        return Comparison.Same(weakest);
    }

    private static int Place(IReadOnlyList<string> signs, string sign)
    {
        for (var i = 0; i < signs.Count; i++)
        {
            if (signs[i] == sign)
                return i;
        }
        return -1;
    }

    private Comparison Ordered(Answer mine, Answer other, bool mineIsGold) => mineIsGold ? Compare(mine, other) : Compare(other, mine);

    // x = 3, y = 2x + 1, f(x) = 1, |AB| = 1; of several values in a chain all must be equal, but for those after ≈.
    private (string Name, bool Function, Answer Value)? Labelled(Relation relation)
    {
        if (relation is { Signs: ["="], Sides: [var names, var members] } && Names(names) is { } all)
            return (all, false, members);
        if (relation.Signs[0] is "=" or "≈" && relation.Sides[0] is Wording words)
            return Chain(relation) is { } worded ? (words.Text, false, worded) : null;
        if (relation.Sides[0] is not Scalar { Unit: null, Value: var label } || Name(label) is not { } name)
            return null;
        if (relation.Signs is ["∈" or "≈"] || relation is { Signs: ["≡"], Sides: [_, Residue] })
            return (name.Text, name.Function, relation.Sides[1]);
        if (relation.Signs[0] is not "=")
            return null;
        var value = relation.Sides[1];
        if (value is Scalar scalar && label is Symbol symbol && Renaming.Variables(scalar.Value).Contains(symbol.Name))
            return null;
        return Chain(relation) is { } member ? (name.Text, name.Function, member) : null;
    }

    // The value of a chain behind its label, when all its members up to ≈ agree.
    private Answer? Chain(Relation relation)
    {
        for (var i = 2; i < relation.Sides.Count && relation.Signs[i - 1] is not "≈"; i++)
        {
            if (relation.Signs[i - 1] is not "=" || Compare(relation.Sides[1], relation.Sides[i]).Equivalence is not Equivalence.Equal)
                return null;
        }
        return relation.Sides[1];
    }

    // (p, q) = (3, 2), V_1 : V_2 = 11 : 21
    private static string? Names(Answer side) => side switch
    {
        Sequence { Kind: SequenceKind.Tuple } tuple when tuple.Items.All(static item => item is Scalar { Value: Symbol }) => string.Join(',', tuple.Items),
        Ratio ratio when ratio.Items.All(static item => item is Symbol) => string.Join(':', ratio.Items),
        _ => null,
    };

    private static (string Text, bool Function)? Name(Expr label) => label switch
    {
        Symbol symbol => (symbol.Name, symbol.Name is "y"),
        Call { Arguments: [Symbol of] } call when ExpressionParser.IsFunctionLetter(call.Name) => ($"{call.Name}({of.Name})", true),
        Call { Name: "abs", Arguments: [Product { Factors: [Symbol a, Symbol b] }] } => ($"|{a.Name}{b.Name}|", false),
        _ => null,
    };

    // x < 3, 2 ≤ x < 5, 5 > x ≥ 2 and x ∈ [2, 5) as an interval of x.
    public static (string Variable, Sequence Range)? Interval(Relation relation)
    {
        if (relation is { Sides: [Scalar { Value: Symbol member }, Sequence { Kind: SequenceKind.Tuple, Items.Count: 2 } set], Signs: ["∈"] })
            return (member.Name, set);
        if (relation.Signs.All(static sign => sign is "<" or "≤") is var up && !up && !relation.Signs.All(static sign => sign is ">" or "≥"))
            return null;
        var sides = up ? relation.Sides : [.. relation.Sides.Reverse()];
        var signs = up ? relation.Signs : [.. relation.Signs.Reverse()];
        var strict = signs.Select(static sign => sign is "<" or ">").ToArray();
        var infinity = new Constant(ConstantName.Infinity);
        return (sides, strict) switch
        {
            ([Scalar { Value: Symbol x }, Scalar high], [var open]) when Free(high, x) => (x.Name, Range(new Scalar(Build.Negate(infinity)), high, true, open)),
            ([Scalar low, Scalar { Value: Symbol x }], [var open]) when Free(low, x) => (x.Name, Range(low, new Scalar(infinity), open, true)),
            ([Scalar low, Scalar { Value: Symbol x }, Scalar high], [var from, var to]) when Free(low, x) && Free(high, x) => (x.Name, Range(low, high, from, to)),
            ([Scalar low, Scalar { Value: Call { Arguments: [Symbol] } x }, Scalar high], [var from, var to]) => (x.Name, Range(low, high, from, to)),
            _ => null,
        };
    }

    private static bool Free(Scalar side, Symbol variable) => side.Unit is null && !Renaming.Variables(side.Value).Contains(variable.Name);

    private static Sequence Range(Scalar low, Scalar high, bool openLow, bool openHigh) =>
        new(SequenceKind.Tuple, [low, high], openLow ? '(' : '[', openHigh ? ')' : ']');
}
