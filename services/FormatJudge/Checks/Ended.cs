namespace Judges.Format;

/// <summary>The policy ended the response by itself; one that was cut off is never right, however whole it looks.</summary>
internal sealed class Ended(string name, FinishReason finish) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response) =>
        finish is FinishReason.Length ? new("truncated", response.Text.Length) : null;
}
