namespace Judges.Code;

/// <summary>Whether a source defines a name; a reading of lines, good enough to choose among blocks.</summary>
internal static class EntryPoint
{
    public static bool IsDefinedIn(Language language, ReadOnlySpan<char> source, string entryPoint) =>
        language == Python.Language ? IsDefinedInPython(source, entryPoint) : IsNamedBeforeCode(source, entryPoint);

    // Elsewhere a definition is the name, then parameters or a value, on a line that opens something.
    private static bool IsNamedBeforeCode(ReadOnlySpan<char> source, string entryPoint)
    {
        var name = entryPoint.AsSpan(entryPoint.LastIndexOf('.') + 1);
        foreach (var line in source.EnumerateLines())
        {
            for (var rest = line; rest.IndexOf(name) is >= 0 and var at; rest = rest[(at + 1)..])
            {
                if ((at == 0 || !IsNamePart(rest[at - 1])) && rest[(at + name.Length)..].TrimStart() is ['(' or '=' or '<', ..] && !line.TrimEnd().EndsWith(';'))
                    return true;
            }
        }
        return false;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsDefinedInPython(ReadOnlySpan<char> source, string entryPoint)
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
        return text.StartsWith(name) && (rest.IsEmpty || !IsNamePart(rest[0]));
    }
}
