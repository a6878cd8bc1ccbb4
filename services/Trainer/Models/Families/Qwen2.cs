namespace Judges.Training.Models.Families;

/// <summary>Qwen2 and Qwen2.5: dense, with a bias on queries, keys and values.</summary>
internal static class Qwen2
{
    public static ModelFamily Family { get; } = new("qwen2", static fields => CommonFields.Read(fields) with { QueryKeyValueBias = true });
}
