using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>A function's head as text: what stands before its name, and its parameters.</summary>
internal sealed partial class FunctionHead(Match match)
{
    [GeneratedRegex(@"[A-Za-z_]\w*$")]
    private static partial Regex LastName { get; }

    private readonly string[] _parameters = ParameterList.Split(match.Groups["parameters"].Value);

    public string Name => match.Groups["name"].Value;

    public string Type => match.Groups["type"].Value.Trim();

    /// <summary>Between the parentheses.</summary>
    public string Parameters => match.Groups["parameters"].Value;

    /// <summary>The parameters' names, each after a comma.</summary>
    public string Arguments => string.Concat(_parameters.Select(static parameter => ", " + NameOf(parameter)));

    /// <summary>Whether type and parameters are made of known types only, so that the head may go into a program of ours.</summary>
    public bool IsSafe(Regex known) => known.IsMatch(Type) && _parameters.All(parameter => known.IsMatch(parameter[..^NameOf(parameter).Length]));

    private static string NameOf(string parameter) => LastName.Match(parameter).Value;
}
