using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Judges.Code;

/// <summary>Refuses sources whose compilation could take this service's memory or time, before the compiler is asked.</summary>
internal static class SourceGuard
{
    private const int MostCharacters = 256 << 10;
    private const int MostNested = 200;
    private const int MostLambdas = 8;
    private const long MostConstant = 4 << 20;

    public static string? Refuses(string source)
    {
        if (source.Length > MostCharacters)
            return $"the program is longer than {MostCharacters >> 10} thousand characters";
        var (depth, deepest, chain) = (0, 0, 0);
        foreach (var token in SyntaxFactory.ParseTokens(source))
        {
            depth += token.Kind() switch
            {
                SyntaxKind.OpenParenToken or SyntaxKind.OpenBraceToken or SyntaxKind.OpenBracketToken => 1,
                SyntaxKind.CloseParenToken or SyntaxKind.CloseBraceToken or SyntaxKind.CloseBracketToken => -1,
                _ => 0,
            };
            deepest = Math.Max(deepest, depth);
            chain = token.Kind() is SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken or SyntaxKind.CommaToken ? 0 : chain + 1;
            if (deepest > MostNested || chain > 20_000)
                return "the program is nested too deeply";
        }
        return null;
    }

    /// <summary>
    /// Constant strings are put together by the compiler: ten lines of <c>const string b = a + a;</c> are a thousand copies. The lengths are
    /// added up here, by names, before it does.
    /// </summary>
    public static string? Refuses(SyntaxNode root)
    {
        if (root.DescendantNodes().OfType<LambdaExpressionSyntax>().Any(static lambda => lambda.Ancestors().OfType<LambdaExpressionSyntax>().Skip(MostLambdas).Any()))
            return "functions are nested too deeply in one another";
        var declared = root.DescendantNodes().OfType<VariableDeclaratorSyntax>()
            .Where(static variable => variable.Parent?.Parent is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword)
                || variable.Parent?.Parent is LocalDeclarationStatementSyntax local && local.Modifiers.Any(SyntaxKind.ConstKeyword))
            .GroupBy(static variable => variable.Identifier.Text, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Select(static variable => (SyntaxNode?)variable.Initializer).ToList(), StringComparer.Ordinal);
        if (declared.Count == 0)
            return null;
        Dictionary<string, long> lengths = new(StringComparer.Ordinal);
        var total = root.DescendantNodes().OfType<IdentifierNameSyntax>().Sum(name => Length(name.Identifier.Text, 0));
        return total <= MostConstant ? null : "the program's constants are too large";

        long Length(string name, int depth)
        {
            if (!declared.TryGetValue(name, out var initializers))
                return 0;
            if (lengths.TryGetValue(name, out var known))
                return known;
            if (depth > MostNested)
                return MostConstant + 1;
            lengths[name] = 0; // it names itself: an error that the compiler finds
            var sum = 0L;
            foreach (var node in initializers.Where(static node => node is not null).SelectMany(static node => node!.DescendantNodesAndTokens()))
            {
                var length = node.IsToken && node.IsKind(SyntaxKind.StringLiteralToken) ? node.Span.Length
                    : node.AsNode() is IdentifierNameSyntax inner ? Length(inner.Identifier.Text, depth + 1) : 0;
                sum = Math.Min(sum + length, MostConstant * 4);
            }
            return lengths[name] = sum;
        }
    }
}
