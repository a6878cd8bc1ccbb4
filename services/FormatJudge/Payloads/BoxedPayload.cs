namespace Judges.Format.Payloads;

/// <summary>Text with a <c>\boxed{...}</c> that closes and shows something; the last one counts.</summary>
internal sealed class BoxedPayload : IPayload
{
    private const string Box = @"\boxed{";

    public PayloadFault? Check(ReadOnlySpan<char> content)
    {
        var start = content.LastIndexOf(Box);
        if (start < 0)
            return new("BoxMissing", content.Length);
        var inside = content[(start + Box.Length)..];
        var depth = 1;
        for (var at = 0; at < inside.Length; at++)
        {
            // \{ and \} are braces to be seen, not to be counted.
            if (inside[at] is '\\')
                at++;
            else if (inside[at] is '{')
                depth++;
            else if (inside[at] is '}' && --depth == 0)
                return Blank.Is(inside[..at]) ? new("BoxEmpty", start) : null;
        }
        return new("BoxUnclosed", start);
    }
}
