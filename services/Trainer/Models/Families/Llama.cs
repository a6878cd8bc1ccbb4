namespace Judges.Training.Models.Families;

/// <summary>Llama 2 and 3, and what is distilled into their shape: the plain dense decoder.</summary>
internal static class Llama
{
    public static ModelFamily Family { get; } = new("llama", CommonFields.Read);
}
