namespace Symbolics;

/// <summary>Answers that say when something holds: set builders, cases, integer parameters, statements.</summary>
internal sealed partial class AnswerParser
{
    // {x | x > 0}, {x ∈ ℝ : x² < 2}, {2k | k ∈ ℤ}
    private Answer? Built(int from, int to, int depth)
    {
        if (Splits(from, to, static token => token.Kind is TokenKind.Sign && token.Text is "|" or ":") is not [var bar, ..] || bar == from || bar + 1 >= to)
            return null;
        if (Read(from, bar, depth + 1) is not { } element || Read(bar + 1, to, depth + 1) is not { } condition)
            return null;
        if (condition is Sequence { Kind: SequenceKind.List } list && Quantified(list) is { Items.Count: > 0 } family)
            return family with { Items = element is Scalar { Value: Symbol symbol } && family.Items is [Relation { Signs: ["="], Sides: [Scalar { Value: Symbol named }, _] } relation] && named == symbol ? [relation.Sides[1]] : [element] };
        if (Parameter(condition) is var (name, natural))
            return element is Scalar { Value: Symbol } ? new Builder(element, condition) : new Family([element], [name], natural);
        return element switch
        {
            Scalar { Value: Symbol } => new Builder(element, condition),
            Relation { Signs: ["∈"], Sides: [Scalar { Value: Symbol } member, Scalar { Value: Symbol { Name: "ℝ" } }] } => new Builder(member, condition),
            Sequence { Kind: SequenceKind.Tuple } tuple when tuple.Items.All(static item => item is Scalar { Value: Symbol }) => new Builder(tuple, condition),
            _ => null,
        };
    }

    // \bigcup_{k=-\infty}^{\infty} (2kπ, (2k+1)π), \bigcup_{k \in ℤ} …
    private Family? Unions(int from, int to, int depth)
    {
        if (from + 4 >= to || !tokens[from].Is(TokenKind.Open, "{") || tokens[from + 1].Kind is not TokenKind.Letter)
            return null;
        var (name, at) = (tokens[from + 1].Text, from);
        while (at < to && tokens[at].Kind is not TokenKind.Close)
            at++;
        var everywhere = tokens[from + 2].IsSign("∈") && tokens[from + 3].Text is "ℤ";
        if (!everywhere && !(tokens[from + 2].IsSign("=") && tokens[from + 3].IsSign("-") && tokens[from + 4].IsCommand("infty")))
            return null;
        at++;
        if (at + 1 < to && tokens[at].IsSign("^"))
        {
            at++;
            while (at < to && !tokens[at].IsCommand("infty"))
                at++;
            at++;
            if (at < to && tokens[at].Is(TokenKind.Close, "}"))
                at++;
        }
        return at < to && Read(at, to, depth + 1) is { } body ? new([body], [name], false) : null;
    }

    // "x < 7: (-∞, 7)" says the same twice.
    private Relation? Restated(int from, int colon, int to, int depth)
    {
        if (Splits(from, colon, IsRelation).Count == 0 && Words(from, colon) is null)
            return null;
        if (Splits(colon + 1, to, static token => token.Kind is TokenKind.Sign && token.Text is "∪").Count == 0 && !Encloses(colon + 1, to) && !tokens[colon + 1].IsCommand("emptyset") && tokens[colon + 1].Text is not "ℝ")
            return null;
        return Read(from, colon, depth + 1) is { } left && Read(colon + 1, to, depth + 1) is { } right ? new([left, right], ["⇔"]) : null;
    }

    private Case? CaseOf(int from, int to, int depth)
    {
        var cells = Ranges(from, to, "&").Where(cell => !IsLink(cell.From, cell.To)).ToList();
        if (cells.Count == 1 && Splits(from, to, static token => token.IsSign(",")) is [.., var comma] && comma > from)
            cells = [(from, comma), (comma + 1, to)];
        if (cells is not [var value, var when])
            return null;
        while (when.From < when.To && IsLink(when.From, when.From + 1))
            when.From++;
        if (Words(when.From, when.To) is { Text: "otherwise" or "else" or "other" or "其他" or "其它" })
            return Read(value.From, value.To, depth + 1) is { } rest ? new(rest, null) : null;
        var condition = Read(when.From, when.To, depth + 1);
        var conditional = condition is Relation || (condition is Sequence { Kind: SequenceKind.List } all && all.Items.All(static item => item is Relation));
        return conditional && Read(value.From, value.To, depth + 1) is { } holds and not Relation ? new(holds, condition) : null;
    }

    private bool IsLink(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!(tokens[i].Kind is TokenKind.Words && tokens[i].Text is "if" or "for" or "when" or "If" or "当") && !tokens[i].IsSign(",") && !tokens[i].IsSign("quad"))
                return false;
        }
        return true;
    }

    // x = k π, k ∈ ℤ: what holds for every integer.
    private static Family? Quantified(Sequence list)
    {
        var items = new List<Answer>();
        var names = new List<string>();
        var naturals = false;
        foreach (var item in list.Items)
        {
            if (Parameter(item) is var (name, natural))
            {
                // m, n ∈ ℤ names two.
                while (items is [.., Scalar { Value: Symbol { Name.Length: 1 } other }] && items.Count > 1 && other.Name != "x")
                {
                    names.Add(other.Name);
                    items.RemoveAt(items.Count - 1);
                }
                names.Add(name);
                naturals |= natural;
            }
            else
            {
                items.Add(item);
            }
        }
        return names.Count == 0 || items.Count == 0 ? null : new Family(items, names, naturals);
    }

    private static (string Name, bool Natural)? Parameter(Answer item) => item switch
    {
        Relation { Signs: ["∈"], Sides: [Scalar { Value: Symbol name }, Scalar { Value: Symbol { Name: "ℤ" or "Z" } }] } => (name.Name, false),
        Relation { Signs: ["∈"], Sides: [Scalar { Value: Symbol name }, Scalar { Value: Symbol { Name: "ℕ" or "N" } }] } => (name.Name, true),
        Scalar { Value: Symbol name, Unit: { } text } when text.Contains("integer", StringComparison.Ordinal) && !text.Contains("positive", StringComparison.Ordinal) => (name.Name, false),
        Wording { Text: var text } => IntegerIn(text) is { } letter ? (letter, false) : null,
        Relation { Signs: ["="], Sides: [Scalar { Value: Symbol name }, Wording { Text: "integer" or "integers" }] } => (name.Name, false),
        _ => null,
    };

    // "k is an integer", "any integer n"
    private static string? IntegerIn(string text)
    {
        if (!text.Contains("integer", StringComparison.OrdinalIgnoreCase) || text.Contains("positive", StringComparison.OrdinalIgnoreCase) || text.Length > 60)
            return null;
        string? found = null;
        foreach (var word in text.Split(' '))
        {
            if (word is not [>= 'a' and <= 'z'] || word is "a")
                continue;
            if (found is not null)
                return null;
            found = word;
        }
        return found;
    }

    // Words with formulas between them, outside all structure: "max at x = 2".
    private Statement? Wordy(int from, int to, int depth)
    {
        var parts = new List<Answer>();
        var (start, formulas, words) = (from, 0, 0);
        for (var i = from; i <= to; i++)
        {
            if (i < to && tokens[i].Kind is not TokenKind.Words)
                continue;
            if (i > start)
            {
                if (depth >= MaxDepth - 1 || Piece(start, i, depth) is not { } part)
                    return null;
                parts.Add(part);
                formulas += part is Wording ? 0 : 1;
            }
            if (i < to)
            {
                parts.Add(new Wording(tokens[i].Text));
                words++;
            }
            start = i + 1;
        }
        return words > 0 && formulas > 0 ? new Statement(parts) : null;
    }

    private Answer? Piece(int from, int to, int depth)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind is not TokenKind.Sign || tokens[i].Text is not ("," or ":" or "." or "-"))
                return Read(from, to, depth + 1);
        }
        return new Wording(string.Concat(tokens.GetRange(from, to - from).Select(static token => token.Text)));
    }
}
