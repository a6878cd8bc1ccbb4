using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>The head of a function in Go: its name, and the types of its parameters and results.</summary>
internal sealed partial class GoHead : IFunctionHead
{
    [GeneratedRegex(@"^func\s+(?<name>[A-Za-z_]\w*)\s*\((?<parameters>[^(){}]*)\)\s*(?<results>\([^(){}]*\)|[^(){}\n]*?)\s*\{", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head { get; }

    [GeneratedRegex(@"^(?:[\s\[\]]|\d+|\b(?:map|int|int8|int16|int32|int64|uint|uint8|uint16|uint32|uint64|uintptr|byte|rune|float32|float64|string|bool|error)\b)+$", RegexOptions.NonBacktracking)]
    private static partial Regex KnownType { get; }

    // What the language declares for everybody: a stub of that name would take it from the tests.
    private static readonly HashSet<string> _predeclared = new(StringComparer.Ordinal)
    {
        "append", "cap", "clear", "close", "complex", "copy", "delete", "imag", "len", "make", "max", "min", "new", "panic", "print", "println", "real", "recover",
        "bool", "byte", "rune", "string", "error", "any", "comparable", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64",
        "uintptr", "float32", "float64", "complex64", "complex128", "true", "false", "nil", "iota", "main", "init",
    };

    private readonly IReadOnlyList<string> _parameters, _results;

    private GoHead(Match match)
    {
        Name = match.Groups["name"].Value;
        _parameters = Types(match.Groups["parameters"].Value);
        _results = Types(match.Groups["results"].Value.Trim().TrimStart('(').TrimEnd(')'));
    }

    public string Name { get; }

    /// <summary>Whether it has a name of its own and types that are surely types, which cross as what they are.</summary>
    public bool IsSafe => !_predeclared.Contains(Name) && !Name.StartsWith("judge", StringComparison.Ordinal)
        && _parameters.All(static type => KnownType.IsMatch(type) && !type.Contains("error", StringComparison.Ordinal)) && _results.All(KnownType.IsMatch);

    /// <summary>A function of this head that asks the submission's process.</summary>
    public string Stub
    {
        get
        {
            // The names are ours: one of the submission's could be that of a function which is called here.
            var variables = string.Concat(_results.Select(static (type, index) => $"var r{index} {type}; "));
            var results = string.Join(", ", _results.Select(static (_, index) => $"r{index}"));
            var places = string.Concat(_results.Select(static (_, index) => $", &r{index}"));
            var parameters = string.Join(", ", _parameters.Select(static (type, index) => $"p{index} {type}"));
            var arguments = string.Join(", ", _parameters.Select(static (_, index) => $"p{index}"));
            return $"func {Name}({parameters}) ({string.Join(", ", _results)}) {{ {variables}judgeAsk(\"{Name}\", []interface{{}}{{{arguments}}}{places}); return {results} }}\n";
        }
    }

    public static IEnumerable<GoHead> All(string source) => Head.Matches(source).Select(static match => new GoHead(match));

    // `a, b int, c string`: a name without a type has the next one's. `int, error`: types without names.
    private static List<string> Types(string list)
    {
        var parts = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static part => part.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries)).ToList();
        // `map[string] int` has a blank and no name.
        if (parts.TrueForAll(static part => part.Length == 1 || KnownType.IsMatch(string.Join(' ', part))))
            return [.. parts.Select(static part => string.Join(' ', part))];
        List<string> types = [];
        var type = "";
        foreach (var part in Enumerable.Reverse(parts))
        {
            type = part.Length > 1 ? part[1] : type;
            types.Insert(0, type);
        }
        return types;
    }
}
