using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>Counts the braces of a source in the manner of C, leaving out those in comments, strings and characters.</summary>
internal static partial class Braces
{
    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*|""(?:\\.|[^""\\\n])*""|'(?:\\.|[^'\\\n])+'", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoCode { get; }

    /// <summary>How many more braces are opened than closed.</summary>
    public static int Open(string source)
    {
        var code = NoCode.Replace(source, "");
        return code.Count(static c => c == '{') - code.Count(static c => c == '}');
    }

    /// <summary>The source with what is left open closed: a completion that ends with its function leaves the class around it open.</summary>
    public static string Close(string source) => Open(source) is > 0 and <= 16 and var open ? source + "\n" + new string('}', open) : source;
}
