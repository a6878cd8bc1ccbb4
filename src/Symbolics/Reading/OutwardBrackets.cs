namespace Symbolics;

/// <summary>
/// Intervals as schools of France and Germany write them: <c>]2, 5[</c> is (2, 5). A text's square brackets are taken in pairs, and each pair
/// that holds one comma or semicolon and looks outward on a side is turned into round brackets there.
/// </summary>
internal static class OutwardBrackets
{
    public static void Turn(List<Token> tokens)
    {
        var places = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is(TokenKind.Open, "[") || tokens[i].Is(TokenKind.Close, "]"))
                places.Add(i);
        }
        if (places.Count == 0 || places.Count % 2 != 0 || !places.Where((place, i) => IsOutward(tokens[place], opens: i % 2 == 0)).Any())
            return;
        for (var i = 0; i < places.Count; i += 2)
        {
            if (!HoldsTwo(tokens, places[i] + 1, places[i + 1]))
                return;
        }
        for (var i = 0; i < places.Count; i++)
        {
            if (IsOutward(tokens[places[i]], opens: i % 2 == 0))
                tokens[places[i]] = tokens[places[i]] with { Kind = i % 2 == 0 ? TokenKind.Open : TokenKind.Close, Text = i % 2 == 0 ? "(" : ")" };
        }
    }

    private static bool IsOutward(Token bracket, bool opens) => bracket.Kind is TokenKind.Close == opens;

    // Two ends, whose own brackets are in balance.
    private static bool HoldsTwo(List<Token> tokens, int from, int to)
    {
        var (depth, separators) = (0, 0);
        for (var i = from; i < to; i++)
        {
            depth += tokens[i].Kind is TokenKind.Open ? 1 : tokens[i].Kind is TokenKind.Close ? -1 : 0;
            if (depth < 0)
                return false;
            if (depth > 0 || !(tokens[i].IsSign(",") || tokens[i].IsSign(";")))
                continue;
            if (i == from || i + 1 == to)
                return false;
            separators++;
        }
        return depth == 0 && separators == 1;
    }
}
