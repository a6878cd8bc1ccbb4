namespace Judges.Training.Models.Families;

/// <summary>Qwen3, dense: queries and keys of each head are normalised.</summary>
internal static class Qwen3
{
    public static ModelFamily Family { get; } = new("qwen3", static fields => CommonFields.Read(fields) with { QueryKeyNorm = QueryKeyNormKind.Head });
}
