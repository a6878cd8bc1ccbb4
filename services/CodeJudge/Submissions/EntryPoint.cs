namespace Judges.Code;

/// <summary>Whether a Python source defines a name at its top level; a reading of lines, good enough to choose among blocks.</summary>
internal static class EntryPoint
{
    public static bool IsDefinedIn(ReadOnlySpan<char> source, string entryPoint)
    {
        var name = entryPoint.AsSpan();
        if (name.IndexOfAny('.', '(') is >= 0 and var end)
            name = name[..end];
        foreach (var line in source.EnumerateLines())
        {
            if (Follows(line, "def ", name) || Follows(line, "class ", name) || Follows(line, "async def ", name) || IsAssigned(line, name))
                return true;
        }
        return false;
    }

    private static bool Follows(ReadOnlySpan<char> line, string keyword, ReadOnlySpan<char> name) =>
        line.StartsWith(keyword) && StartsWithName(line[keyword.Length..].TrimStart(), name, out _);

    private static bool IsAssigned(ReadOnlySpan<char> line, ReadOnlySpan<char> name) =>
        StartsWithName(line, name, out var rest) && rest.TrimStart() is ['=', not '=', ..];

    private static bool StartsWithName(ReadOnlySpan<char> text, ReadOnlySpan<char> name, out ReadOnlySpan<char> rest)
    {
        rest = text.StartsWith(name) ? text[name.Length..] : default;
        return text.StartsWith(name) && (rest.IsEmpty || !(char.IsLetterOrDigit(rest[0]) || rest[0] == '_'));
    }
}
