namespace Symbolics;

/// <summary>
/// Reads an answer's structure from the outside in; every rule looks only at signs outside brackets.
/// <code>
/// answer   => combined ( ( ";" | "," | "and" | "or" ) combined )*
/// combined => relation ( ( "∪" | "∩" | "∖" ) relation )*
/// relation => leaf ( ( "=" | "&lt;" | … | "∈" ) leaf )*
/// leaf     => brackets | matrix | ratio | residue | based | quantity | wording
/// </code>
/// </summary>
internal sealed partial class AnswerParser(List<Token> tokens, WorkBudget budget)
{
    private const int MaxDepth = 24;

    private bool _upper = true;

    /// <summary>The answer, or null when it is not understood or over a budget.</summary>
    public static Answer? Parse(string text, WorkBudget budget) =>
        (text is ['[', '"', ..] ? Prose.Quoted(text, budget) : null) ?? Whole(text, budget) ?? (text.Contains('$', StringComparison.Ordinal) ? Prose.Sentence(text, budget) : null);

    private static Answer? Whole(string text, WorkBudget budget) =>
        Lexer.Cut(text, budget) is { Count: > 0 } cut && Phrasing.Of(cut) is { Count: > 0 } tokens ? new AnswerParser(tokens, budget).Read(0, tokens.Count, 0) : null;

    private Answer? Read(int from, int to, int depth)
    {
        Trim(ref from, ref to);
        if (from >= to || depth > MaxDepth || !budget.Take(4 * (to - from)))
            return null;
        return (Split(from, to, depth, static token => token.IsSign(";"))
            ?? Split(from, to, depth, static token => token.Kind is TokenKind.Sign && token.Text is "," or "∨")
            ?? Split(from, to, depth, static token => token.IsSign("quad"))) is { } split ? split.Answer : Single(from, to, depth);
    }

    private Answer? Single(int from, int to, int depth)
    {
        if (tokens[from].IsSign("∪") && from + 1 < to && tokens[from + 1].IsSign("_"))
            return Unions(from + 2, to, depth);
        if (Splits(from, to, static token => token.IsSign(":")) is [var colon] && colon > from && colon + 1 < to && Restated(from, colon, to, depth) is { } restated)
            return restated;
        if (Splits(from, to, static token => token.Kind is TokenKind.Sign && token.Text is "∪" or "∩" or "∖") is { Count: > 0 } joints)
            return Join(from, to, joints, depth);
        if (Splits(from, to, static token => IsRelation(token)) is { Count: > 0 } signs)
            return Relate(from, to, signs, depth);
        return Leaf(from, to, depth);
    }

    private static bool IsRelation(Token token) => token.Kind is TokenKind.Sign && token.Text is "=" or "<" or ">" or "≤" or "≥" or "≠" or "≈" or "≡" or "∈" or "∉" or "⊂" or "⊃" or "≅" or "∝" or "⊥" or "∥" or "→" or "⇔" or "⇒" or "∼";

    private (Answer? Answer, bool _)? Split(int from, int to, int depth, Func<Token, bool> separates)
    {
        var places = Splits(from, to, separates);
        if (places.Count == 0)
            return null;
        var items = new List<Answer>();
        var start = from;
        foreach (var place in places.Append(to))
        {
            var (first, last) = (start, place);
            start = place + 1;
            Trim(ref first, ref last);
            if (first >= last)
                continue;
            if (Read(first, last, depth + 1) is not { } item)
                return (null, true);
            // Both values of ± are members of the list.
            if (item is Sequence { Kind: SequenceKind.List } inner && separates(tokens[places[0]] with { }) && !tokens[places[0]].IsSign(";"))
                items.AddRange(inner.Items);
            else
                items.Add(item);
        }
        if (items.Count < 2)
            return (items.Count == 1 ? items[0] : null, true);
        if (tokens[places[0]].IsSign(";") && items.TrueForAll(item => item is Sequence { Kind: SequenceKind.List, Items.Count: > 1 } pair && pair.Items.All(static part => part is Scalar) && pair.Items.Count == ((Sequence)items[0]).Items.Count))
            items = items.ConvertAll(static item => (Answer)((Sequence)item with { Kind = SequenceKind.Tuple, Open = '(', Close = ')' }));
        var list = new Sequence(SequenceKind.List, items);
        return (Quantified(list) ?? (Answer)list, true);
    }

    private Combined? Join(int from, int to, List<int> joints, int depth)
    {
        var operation = tokens[joints[0]].Text;
        var items = new List<Answer>();
        foreach (var place in joints.Append(to))
        {
            if ((place < to && tokens[place].Text != operation) || from >= place || Read(from, place, depth + 1) is not { } item)
                return null;
            items.Add(item is Scalar && tokens[from].Is(TokenKind.Open, "{") && Encloses(from, place) ? new Sequence(SequenceKind.Set, [item]) : item);
            from = place + 1;
        }
        return new(operation, items);
    }

    private Answer? Relate(int from, int to, List<int> places, int depth)
    {
        if (_upper && HasPlusMinus(from, to))
            return Twice(() => Relate(from, to, places, depth));
        var sides = new List<Answer>();
        var signs = new List<string>();
        foreach (var place in places.Append(to))
        {
            if (Side(from, place, depth) is not { } side)
                return null;
            sides.Add(side);
            if (place < to)
                signs.Add(tokens[place].Text);
            from = place + 1;
        }
        return new Relation(sides, signs);
    }

    private Answer? Side(int from, int to, int depth)
    {
        Trim(ref from, ref to);
        return from < to ? Leaf(from, to, depth + 1) : null;
    }

    // ± stands for a list of two: one reading with plus, one with minus.
    private Sequence? Twice(Func<Answer?> read)
    {
        var plus = WithSign(read, true);
        var minus = WithSign(read, false);
        return plus is not null && minus is not null ? new(SequenceKind.List, [plus, minus]) : null;
    }

    private Answer? WithSign(Func<Answer?> read, bool upper)
    {
        (_upper, _reading) = (upper, true);
        var answer = read();
        (_upper, _reading) = (true, false);
        return answer;
    }

    private bool _reading;

    private bool HasPlusMinus(int from, int to)
    {
        if (_reading)
            return false;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind is TokenKind.Sign && tokens[i].Text is "±" or "∓")
                return true;
        }
        return false;
    }

    // Where a sign stands outside all brackets, bars and environments.
    private List<int> Splits(int from, int to, Func<Token, bool> separates)
    {
        var places = new List<int>();
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            var token = tokens[i];
            if (token.Kind is TokenKind.Open || token.IsCommand("begin"))
                depth++;
            else if (token.Kind is TokenKind.Close || token.IsCommand("end"))
                depth--;
            else if (depth == 0 && separates(token))
                places.Add(i);
        }
        return places;
    }

    private void Trim(ref int from, ref int to)
    {
        while (from < to && tokens[from].Kind is TokenKind.Sign && tokens[from].Text is "," or ";" or "quad" or "." or @"\\" or ":" or "≈" or "∴" or "=" or "&")
            from++;
        while (to > from && tokens[to - 1].Kind is TokenKind.Sign && tokens[to - 1].Text is "," or ";" or "quad" or "." or @"\\" or ":" or "&")
            to--;
    }
}
