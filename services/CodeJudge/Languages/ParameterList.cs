namespace Judges.Code;

/// <summary>The parts of a parameter list: commas between brackets of any kind part nothing.</summary>
internal static class ParameterList
{
    public static string[] Split(string text)
    {
        List<string> parts = [];
        var (depth, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && depth == 0))
            {
                if (text[start..i].Trim() is { Length: > 0 } part)
                    parts.Add(part);
                start = i + 1;
            }
            else
            {
                depth += text[i] is '<' or '(' or '[' ? 1 : text[i] is '>' or ')' or ']' ? -1 : 0;
            }
        }
        return [.. parts];
    }
}
