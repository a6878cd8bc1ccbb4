using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>How a parameter of a C function crosses to another process.</summary>
internal enum CPassing
{
    Value,

    /// <summary><c>char*</c>: a text that ends with a zero.</summary>
    Text,

    /// <summary>A pointer to numbers, and after it how many.</summary>
    Array,

    /// <summary>A pointer to one number.</summary>
    Reference,
}

/// <param name="Type">As it is written, without the name; an array is a pointer.</param>
/// <param name="Item">What a pointer points to.</param>
internal sealed partial record CParameter(string Type, string Item, CPassing Passing)
{
    [GeneratedRegex(@"^\s*(?<type>[\w\s*]+?)\s*\b(?<name>[A-Za-z_]\w*)\s*(?<array>\[[\w\s]*\])?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Written { get; }

    [GeneratedRegex(@"^(?:n|m|len\w*|size\w*|count\w*|num\w*|\w*(?:[lL]en|[lL]ength|[sS]ize|[cC]ount|_n))$", RegexOptions.NonBacktracking)]
    private static partial Regex Length { get; }

    [GeneratedRegex(@"^(?:\s|\b(?:const|unsigned|signed|int|long|short|double|float|bool|_Bool|char|size_t|int8_t|int16_t|int32_t|int64_t|uint8_t|uint16_t|uint32_t|uint64_t)\b)+$", RegexOptions.NonBacktracking)]
    public static partial Regex Number { get; }

    /// <summary>The parameters, or null where one of them is of no type that is known to cross.</summary>
    public static IReadOnlyList<CParameter>? All(string list)
    {
        if (list.Trim() is "" or "void")
            return [];
        var parts = list.Split(',').Select(static part => Written.Match(part)).ToList();
        List<CParameter> parameters = [];
        for (var index = 0; index < parts.Count; index++)
        {
            if (!parts[index].Success)
                return null;
            var isCounted = index + 1 < parts.Count && parts[index + 1].Success && !parts[index + 1].Groups["type"].Value.Contains('*', StringComparison.Ordinal)
                && Length.IsMatch(parts[index + 1].Groups["name"].Value);
            if (Of(parts[index], isCounted) is not { } parameter)
                return null;
            parameters.Add(parameter);
        }
        return parameters;
    }

    private static CParameter? Of(Match part, bool isCounted)
    {
        var type = part.Groups["type"].Value.Trim() + (part.Groups["array"].Success ? "*" : "");
        var item = type.Replace("*", "", StringComparison.Ordinal).Trim();
        if (!Number.IsMatch(item))
            return null;
        var bare = item.Replace("const", "", StringComparison.Ordinal).Trim();
        return type.Count(static c => c == '*') switch
        {
            0 => new CParameter(type, item, CPassing.Value),
            1 when bare == "char" => new CParameter(type, item, CPassing.Text),
            1 => new CParameter(type, bare, isCounted ? CPassing.Array : CPassing.Reference),
            _ => null,
        };
    }
}
