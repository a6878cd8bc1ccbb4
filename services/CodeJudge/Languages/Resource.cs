using System.Text;

namespace Judges.Code;

/// <summary>The harnesses' own sources, embedded in this assembly.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static BoxFile File(string name, string? boxName = null) => new(boxName ?? name, Encoding.UTF8.GetBytes(Text(name)));
}
