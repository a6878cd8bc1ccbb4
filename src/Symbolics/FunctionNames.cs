using System.Collections.Frozen;

namespace Symbolics;

/// <summary>What a function is called in LaTeX, in plain text and here.</summary>
internal static class FunctionNames
{
    private static readonly FrozenDictionary<string, string> s_names = Names().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name used here, or null when the word is no function.</summary>
    public static string? Find(string word) => s_names.GetValueOrDefault(word);

    /// <summary>Whether LaTeX has a command of this name, so that it is no other one grown together with a letter.</summary>
    public static bool Knows(string command) => s_names.ContainsKey(command)
        || command is "frac" or "binom" or "sqrt" or "sum" or "prod" or "int" or "lim" or "overline" or "bar" or "vec" or "hat" or "tilde" or "infty" or "bmod" or "pmod" or "mod"
        || command.StartsWith("math", StringComparison.Ordinal) || command.StartsWith("text", StringComparison.Ordinal) || command.StartsWith("over", StringComparison.Ordinal)
        || command.StartsWith("under", StringComparison.Ordinal) || command.StartsWith("wide", StringComparison.Ordinal) || command.StartsWith("big", StringComparison.Ordinal);

    /// <summary>The inverse that sin^{-1} and its like stand for.</summary>
    public static string? Inverse(string name) => name switch
    {
        "sin" or "cos" or "tan" or "cot" or "sec" or "csc" or "sinh" or "cosh" or "tanh" => "arc" + name,
        _ => null,
    };

    private static Dictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>();
        foreach (var name in new[] { "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh" })
        {
            names[name] = name;
            foreach (var prefix in new[] { "arc", "ar", "a" })
                names[prefix + name] = "arc" + name;
        }
        names.Remove("asec");
        foreach (var name in new[] { "exp", "ln", "log", "lg", "gcd", "lcm", "max", "min", "floor", "ceil", "abs", "sqrt", "cis", "det", "sgn", "cbrt", "dim", "ker", "arg", "erf", "Re", "Im" })
            names[name] = name;
        names["tg"] = "tan";
        names["ctg"] = "cot";
        names["arctg"] = "arctan";
        names["cosec"] = "csc";
        names["cotan"] = "cot";
        names["Abs"] = "abs";
        names["ceiling"] = "ceil";
        return names;
    }
}
