namespace Symbolics;

/// <summary>Products of two columns: their dot product, a matrix of one cell, and the cross product of three cells by three.</summary>
internal static class VectorProducts
{
    public static IReadOnlyList<IReadOnlyList<Expr>>? Of(IReadOnlyList<IReadOnlyList<Expr>> left, string sign, IReadOnlyList<IReadOnlyList<Expr>> right) => sign switch
    {
        "*" => [[new Sum([.. left.Select((cell, i) => new Product([cell[0], right[i][0]]))])]],
        "×" when left.Count == 3 => [[Minor(left, right, 1, 2)], [Minor(left, right, 2, 0)], [Minor(left, right, 0, 1)]],
        _ => null,
    };

    private static Expr Minor(IReadOnlyList<IReadOnlyList<Expr>> left, IReadOnlyList<IReadOnlyList<Expr>> right, int i, int j) =>
        Build.Subtract(new Product([left[i][0], right[j][0]]), new Product([left[j][0], right[i][0]]));

    /// <summary>Whether both are columns of the same length, of which the product of matrices is not defined.</summary>
    public static bool Apply(IReadOnlyList<IReadOnlyList<Expr>> left, IReadOnlyList<IReadOnlyList<Expr>> right) =>
        left.Count == right.Count && left.Count > 1 && left[0].Count == 1 && right[0].Count == 1;
}
