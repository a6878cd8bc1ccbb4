using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>The head of a function in Rust: its name, and the types of its parameters and its result.</summary>
internal sealed partial class RustHead : IFunctionHead
{
    [GeneratedRegex(@"^(?:pub\s+)?fn\s+(?<name>[A-Za-z_]\w*)\s*(?:<(?:\s*'\w+\s*,?)+>)?\s*\((?<parameters>[^{};]*?)\)\s*(?:->\s*(?<result>[^{};]+?)\s*)?\{", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head { get; }

    [GeneratedRegex(@"^(?:[\s,<>()\[\]&;]|\d+|\b(?:mut|i8|i16|i32|i64|i128|isize|u8|u16|u32|u64|u128|usize|f32|f64|bool|char|str|String|Vec|VecDeque|Option|Result|HashMap|HashSet|BTreeMap|BTreeSet)\b)*$", RegexOptions.NonBacktracking)]
    private static partial Regex KnownType { get; }

    [GeneratedRegex(@"'\w+\s*")]
    private static partial Regex Lifetime { get; }

    private const string Collections = "use std::collections::*; ";

    // Values of the prelude that the tests may use.
    private static readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "main", "drop", "Some", "None", "Ok", "Err" };

    private readonly IReadOnlyList<string> _parameters;
    private readonly string _result;

    private RustHead(Match match)
    {
        Name = match.Groups["name"].Value;
        _parameters = [.. ParameterList.Split(match.Groups["parameters"].Value).Select(static one => Lifetime.Replace(one[(one.IndexOf(':', StringComparison.Ordinal) + 1)..], "").Trim())];
        _result = match.Groups["result"].Success ? Lifetime.Replace(match.Groups["result"].Value, "").Trim() : "()";
    }

    public string Name { get; }

    public bool IsSafe => !_taken.Contains(Name) && !Name.StartsWith("judge_", StringComparison.Ordinal) && _parameters.All(KnownType.IsMatch) && KnownType.IsMatch(_result);

    /// <summary>The pair of a name and what answers a call.</summary>
    public string Answer
    {
        get
        {
            var read = string.Concat(_parameters.Select(static (type, index) => $"let mut p{index}{(Owned(type) is { } owned ? $": {owned}" : "")} = judge_harness::get(&judge_given[{index}]); "));
            var given = string.Join(", ", _parameters.Select(static (type, index) => Reference(type) + $"p{index}" + (Reference(type).Length == 0 ? ".clone()" : "")));
            var write = string.Concat(_parameters.Select(static (_, index) => $"{(index > 0 ? "judge_out.push(','); " : "")}p{index}.put(judge_out); "));
            return $"(\"{Name}\", |judge_given: &[judge_harness::Json], judge_out: &mut String| {{ {Collections}use judge_harness::Put; {read}let result = {Name}({given}); "
                + $"judge_out.push('['); result.put(judge_out); judge_out.push_str(\",[\"); {write}judge_out.push_str(\"]]\"); }}), ";
        }
    }

    /// <summary>A function of this head that asks the submission's process.</summary>
    public string Stub
    {
        get
        {
            var parameters = string.Join(", ", _parameters.Select(static (type, index) => $"p{index}: {type}"));
            var arguments = string.Concat(_parameters.Select(static (_, index) => $"&p{index} as &dyn judge_harness::Put, "));
            var back = string.Concat(_parameters.Select(static (type, index) => !type.StartsWith("&mut", StringComparison.Ordinal) ? ""
                : type.Replace("&mut", "", StringComparison.Ordinal).TrimStart().StartsWith('[') ? $"p{index}.clone_from_slice(&judge_harness::get::<Vec<_>>(&changed[{index}])); "
                : $"*p{index} = judge_harness::get(&changed[{index}]); "));
            var result = _result.Replace("&", "&'static ", StringComparison.Ordinal);
            return $"mod judge_stub_{Name} {{ {Collections}use super::judge_harness; pub fn {Name}({parameters}) -> {result} {{ "
                + $"let (result, changed): ({result}, Vec<judge_harness::Json>) = judge_harness::ask(\"{Name}\", &[{arguments}]); {back}let _ = changed; result }} }}\n"
                + $"pub use judge_stub_{Name}::{Name};\n";
        }
    }

    public static IEnumerable<RustHead> All(string source) => Head.Matches(source).Select(static match => new RustHead(match));

    // What is lent to the function is owned here.
    private static string? Owned(string type)
    {
        if (!type.StartsWith('&'))
            return type.Replace("&", "&'static ", StringComparison.Ordinal);
        var bare = type[Reference(type).Length..].Trim();
        return bare == "str" ? "String" : bare.StartsWith('[') && !bare.Contains(';', StringComparison.Ordinal) ? $"Vec<{bare[1..^1].Replace("&", "&'static ", StringComparison.Ordinal)}>"
            : bare.Replace("&", "&'static ", StringComparison.Ordinal);
    }

    private static string Reference(string type) => type.StartsWith("&mut ", StringComparison.Ordinal) ? "&mut " : type.StartsWith('&') ? "&" : "";
}
