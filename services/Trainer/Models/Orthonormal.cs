namespace Judges.Training.Models;

/// <summary>Random orthonormal vectors.</summary>
internal static class Orthonormal
{
    /// <summary>
    /// As many orthonormal rows as each has columns, by modified Gram-Schmidt over normal draws; a second pass per row keeps them
    /// orthogonal to rounding.
    /// </summary>
    public static double[][] Rows(int size, Func<int, double> normal)
    {
        var rows = new double[size][];
        for (var i = 0; i < size; i++)
        {
            var row = new double[size];
            for (var j = 0; j < size; j++)
                row[j] = normal(i * size + j);
            for (var pass = 0; pass < 2; pass++)
            {
                for (var earlier = 0; earlier < i; earlier++)
                    AddMultiple(row, rows[earlier], -Dot(row, rows[earlier]));
            }
            var length = Math.Sqrt(Dot(row, row));
            for (var j = 0; j < size; j++)
                row[j] /= length;
            rows[i] = row;
        }
        return rows;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static void AddMultiple(double[] target, double[] source, double factor)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] += factor * source[i];
    }
}
