namespace Symbolics;

/// <summary>The vectors i, j and k, in bold letters or under a hat, of which others are sums: <c>2\mathbf{i} - \hat{j}</c>.</summary>
internal static class UnitVectors
{
    public const string First = "hat i";

    private static readonly string[] s_names = [First, "hat j", "hat k"];

    /// <summary>The name of a bold or decorated letter when it is one of them.</summary>
    public static string? Name(string letter) => letter switch
    {
        "i" or "hat i" or "ı" => s_names[0],
        "j" or "hat j" or "ȷ" => s_names[1],
        "k" or "hat k" => s_names[2],
        _ => null,
    };

    /// <summary>A bold i without the others is the imaginary unit.</summary>
    public static void Settle(List<Token> tokens)
    {
        if (tokens.Exists(static token => token.Kind is TokenKind.Letter && (token.Text == s_names[1] || token.Text == s_names[2])))
            return;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is(TokenKind.Letter, First))
                tokens[i] = tokens[i] with { Text = "i" };
        }
    }

    /// <summary>What stands before each of the first vectors in a sum, or null when there is none of them. That the sum holds nothing else is still to be asked.</summary>
    public static (IReadOnlyList<Expr> Parts, Expr Whole)? Components(Expr expr, int count)
    {
        var names = Renaming.Variables(expr);
        if (count is < 2 or > 3 || !s_names.Any(names.Contains) || s_names.Skip(count).Any(names.Contains))
            return null;
        var parts = s_names.Take(count).Select(name => s_names.Aggregate(expr, (part, other) => Renaming.Of(part, other, other == name ? Number.One : Number.Zero))).ToList();
        return (parts, new Sum([.. parts.Select(static (part, i) => new Product([part, new Symbol(s_names[i])]))]));
    }
}
