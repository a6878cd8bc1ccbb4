namespace Symbolics;

/// <summary>Turns of phrase around a formula that stand for a sign, or for nothing.</summary>
internal static class Phrasing
{
    public static List<Token> Of(List<Token> tokens)
    {
        OutwardBrackets.Turn(tokens);
        Multiplied(tokens);
        Unbraced(tokens);
        UnitVectors.Settle(tokens);
        if (tokens.Exists(static token => token.Kind is TokenKind.Words))
        {
            WithoutHeading(tokens);
            if (tokens.Exists(static token => token.IsSign("∈") || (token.Kind is TokenKind.Words && token.Text.Contains("integer", StringComparison.Ordinal))))
                Linked(tokens);
        }
        if (tokens is [.., { Kind: TokenKind.Close, Text: ")" }])
            Remark(tokens);
        return tokens;
    }

    // Only before a vector does × mean another product than ·.
    private static void Multiplied(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsSign("×") && !(i + 1 < tokens.Count && tokens[i + 1].IsCommand("begin")))
                tokens[i] = tokens[i] with { Text = "*" };
        }
    }

    // 1{:}2: braces that only take the blanks from around a sign.
    private static void Unbraced(List<Token> tokens)
    {
        for (var i = tokens.Count - 3; i >= 0; i--)
        {
            if (tokens[i + 1].Kind is not TokenKind.Sign || tokens[i + 1].Text is not (":" or "=" or "<" or ">" or "≤" or "≥") || !tokens[i].Is(TokenKind.Open, "{") || !tokens[i + 2].Is(TokenKind.Close, "}"))
                continue;
            tokens.RemoveAt(i + 2);
            tokens.RemoveAt(i);
        }
    }

    // "Solution is: x = 2"
    private static void WithoutHeading(List<Token> tokens)
    {
        if (tokens is not [{ Kind: TokenKind.Words, Text: "Solution" or "Solutions" or "Answer" or "Answers" or "解" or "答" or "答案" }, ..])
            return;
        var colon = tokens.FindIndex(0, Math.Min(tokens.Count, 6), static token => token.IsSign(":"));
        if (colon > 0 && colon + 1 < tokens.Count)
            tokens.RemoveRange(0, colon + 1);
    }

    // "x = k π where k ∈ ℤ"
    private static void Linked(List<Token> tokens)
    {
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind is TokenKind.Words && tokens[i].Text is "where" or "for" or "with" or "for all" or "for any" or "for some" or "其中")
                tokens[i] = new(TokenKind.Sign, ",", tokens[i].Start, tokens[i].Length, true);
        }
    }

    // "x = k π (k ∈ ℤ)", "y = 2x (x > 0)"
    private static void Remark(List<Token> tokens)
    {
        var (depth, open) = (0, -1);
        for (var i = tokens.Count - 1; i > 0 && open < 0; i--)
        {
            depth += tokens[i].Kind is TokenKind.Close ? 1 : tokens[i].Kind is TokenKind.Open ? -1 : 0;
            if (depth == 0)
                open = i;
        }
        if (open < 1 || !tokens[open].Is(TokenKind.Open, "("))
            return;
        for (var i = open; i < tokens.Count; i++)
        {
            if (!(tokens[i].Kind is TokenKind.Sign && tokens[i].Text is "∈" or "<" or ">" or "≤" or "≥" or "≠") && !(tokens[i].Kind is TokenKind.Words && tokens[i].Text is "integer" or "为整数" or "是整数"))
                continue;
            tokens[open] = new(TokenKind.Sign, ",", tokens[open].Start, 1, true);
            tokens.RemoveAt(tokens.Count - 1);
            return;
        }
    }
}
