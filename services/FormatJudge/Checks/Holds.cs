using Judges.Format.Payloads;

namespace Judges.Format;

/// <summary>The block holds what it must hold, however often it stands there.</summary>
internal sealed class Holds(string name, Block block, IPayload payload) : IFormatCheck
{
    public string Name => name;

    public Violation? Check(ParsedResponse response)
    {
        var found = false;
        foreach (var span in response.FindAll(block))
        {
            found = true;
            if (payload.Check(response[span]) is { } fault)
                return new(block.Name + fault.Code, span.Start + fault.Offset) { Message = fault.Message };
        }
        return found ? null : block.Min == 0 ? response.NothingThere() : new(block.Name + "Missing", response.Text.Length);
    }
}
