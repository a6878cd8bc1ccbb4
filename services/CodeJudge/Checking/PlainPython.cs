using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>
/// Programs that can leave nothing behind in their process but what is in their own module: they import only what computes, and name nothing
/// that reaches further. Read by words alone, comments and strings included, so it errs on the side of no.
/// </summary>
internal static partial class PlainPython
{
    private const int MostCharacters = 100_000, LongestImport = 400;

    private static readonly FrozenSet<string> _computing = FrozenSet.Create(StringComparer.Ordinal,
        "abc", "array", "bisect", "cmath", "collections", "copy", "dataclasses", "datetime", "enum", "fractions", "functools", "heapq", "itertools",
        "math", "numbers", "operator", "queue", "random", "re", "statistics", "string", "struct", "sys", "textwrap", "time", "typing");

    private static readonly FrozenSet<string> _reaching = FrozenSet.Create(StringComparer.Ordinal,
        "open", "exec", "eval", "compile", "globals", "locals", "vars", "getattr", "setattr", "delattr", "input", "breakpoint", "help", "quit", "exit",
        "modules", "settrace", "setprofile", "stdin", "stdout", "stderr", "excepthook", "unraisablehook", "addaudithook", "setswitchinterval",
        "displayhook", "meta_path", "path_hooks", "set_int_max_str_digits", "_getframe", "_current_frames", "gi_frame", "cr_frame", "ag_frame",
        "f_back", "f_globals", "f_locals", "f_builtins", "f_trace", "tb_frame", "tb_next", "with_traceback", "register");

    private static readonly FrozenSet<string> _special = FrozenSet.Create(StringComparer.Ordinal,
        "__init__", "__name__", "__main__", "__len__", "__getitem__", "__setitem__", "__contains__", "__iter__", "__next__", "__call__", "__hash__",
        "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__add__", "__sub__", "__mul__", "__neg__", "__repr__", "__str__", "__bool__",
        "__slots__", "__post_init__");

    public static bool Is(string source)
    {
        if (source.Length > MostCharacters || !System.Text.Ascii.IsValid(source))
            return false;
        foreach (var word in Word.EnumerateMatches(source))
        {
            var text = source.AsSpan(word.Index, word.Length);
            if (text.StartsWith("__", StringComparison.Ordinal) ? !_special.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text)
                : _reaching.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
                return false;
        }
        HashSet<string> imported = [];
        foreach (var line in source.Split('\n'))
        {
            if (!line.Contains("import", StringComparison.Ordinal))
                continue;
            if (!ImportsOnlyWhatComputes(line))
                return false;
            imported.UnionWith(Word.Matches(line).Select(static word => word.Value));
        }
        // `math.pi = 3` would stay.
        return imported.Count == 0 || !AttributeSet.Matches(source).Any(set => imported.Contains(set.Groups["owner"].Value));
    }

    private static bool ImportsOnlyWhatComputes(string line) =>
        line.Length <= LongestImport && Import.Match(line) is { Success: true } import && import.Groups["module"].Captures.All(static module => _computing.Contains(module.Value.Split('.')[0]));

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"(?<owner>\b[A-Za-z_]\w*) ?\. ?\w+ ?(?:[-+*/%&|^@]|//|\*\*|<<|>>)?=(?!=)", RegexOptions.ExplicitCapture)]
    private static partial Regex AttributeSet { get; }

    [GeneratedRegex(@"^\s*(?:from (?<module>[\w.]+) import [\w*(](?>[\w, *()]*)|import (?<module>[\w.]+)(?: as \w+)?(?:, *(?<module>[\w.]+)(?: as \w+)?)*)\s*(?:#.*)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Import { get; }
}
