namespace Judges.Format.Profiles.Verifiers;

/// <summary>What XMLParser finds in a text: the content of <c>&lt;field>\s*(.*?)\s*&lt;/field></c>.</summary>
internal static class XmlFields
{
    public static IReadOnlyList<string> Names(ProfileParams parameters) =>
        parameters.Texts("fields") is { Count: > 0 } fields ? fields : ["think", "answer"];

    public static string? First(string text, string field) =>
        Py.Between(text, $"<{field}>", $"</{field}>") is { } content ? Py.Strip(content).ToString() : null;

    public static string? Last(string text, string field)
    {
        var (open, close) = ($"<{field}>", $"</{field}>");
        string? last = null;
        for (var at = text.IndexOf(open, StringComparison.Ordinal); at >= 0;)
        {
            var start = at + open.Length;
            var end = text.IndexOf(close, start, StringComparison.Ordinal);
            if (end < 0)
                break;
            last = Py.Strip(text.AsSpan(start, end - start)).ToString();
            at = text.IndexOf(open, end + close.Length, StringComparison.Ordinal);
        }
        return last;
    }
}
