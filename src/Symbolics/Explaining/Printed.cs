using System.Text;

namespace Symbolics;

/// <summary>An answer's structure in words and plain notation.</summary>
internal static class Printed
{
    private const int MaxLength = 400;

    public static string Of(Answer answer) => Cut(Describe(answer));

    private static string Describe(Answer answer) => answer switch
    {
        Scalar { Value: Number number } scalar => $"the number {number.Value}{Unit(scalar)}",
        Scalar scalar => $"the expression {Of(scalar.Value)}{Unit(scalar)}",
        Sequence { Kind: SequenceKind.Tuple } tuple => $"{(tuple.Items.Count == 2 ? "the pair or interval" : "the tuple")} {Inner(answer)}",
        Sequence { Kind: SequenceKind.Set } => $"the set {Inner(answer)}",
        Sequence list => $"a list of {list.Items.Count}: {Inner(answer)}",
        Combined => $"the combination of sets {Inner(answer)}",
        Relation => $"the relation {Inner(answer)}",
        Matrix matrix => $"a matrix of {matrix.Rows.Count} × {matrix.Rows[0].Count}: {Inner(answer)}",
        Ratio => $"the ratio {Inner(answer)}",
        Residue => $"the residue class {Inner(answer)}",
        Based => $"the numeral {Inner(answer)}",
        Wording => $"the words {Inner(answer)}",
        _ => $"a {answer.GetType().Name.ToLowerInvariant()}: {Inner(answer)}",
    };

    private static string Inner(Answer answer) => answer switch
    {
        Scalar scalar => Of(scalar.Value) + Unit(scalar),
        Sequence { Kind: SequenceKind.Tuple } tuple => $"{tuple.Open}{Join(", ", tuple.Items)}{tuple.Close}",
        Sequence { Kind: SequenceKind.Set } set => $"{{{Join(", ", set.Items)}}}",
        Sequence list => Join("; ", list.Items),
        Combined combined => Join($" {combined.Operation} ", combined.Items),
        Relation relation => Chain(relation),
        Matrix matrix => string.Join("; ", matrix.Rows.Select(static row => Join(", ", row))),
        Ratio ratio => string.Join(" : ", ratio.Items.Select(Of)),
        Residue residue => $"{Of(residue.Value)} modulo {Of(residue.Modulus)}",
        Based based => $"{based.Digits} to base {based.Radix}, {based.Value}",
        Wording words => $"\"{words.Text}\"",
        Family family => $"{Join("; ", family.Items)} for every {(family.Natural ? "natural" : "whole")} {string.Join(", ", family.Parameters)}",
        Builder builder => $"{Inner(builder.Element)} where {Inner(builder.Condition)}",
        Piecewise piecewise => string.Join("; ", piecewise.Cases.Select(static part => part.Condition is { } when ? $"{Inner(part.Value)} where {Inner(when)}" : $"{Inner(part.Value)} otherwise")),
        Clock clock => $"{clock.Seconds / 3600}:{clock.Seconds / 60 % 60:00}:{clock.Seconds % 60:00}{(clock.Half ? "" : ", am or pm not said")}",
        Statement statement => string.Join(' ', statement.Parts.Select(Inner)),
        _ => answer.ToString(),
    };

    private static string Chain(Relation relation)
    {
        var text = new StringBuilder(Inner(relation.Sides[0]));
        for (var i = 0; i < relation.Signs.Count; i++)
            text.Append(' ').Append(relation.Signs[i]).Append(' ').Append(Inner(relation.Sides[i + 1]));
        return text.ToString();
    }

    private static string Join(string separator, IReadOnlyList<Answer> items) => string.Join(separator, items.Select(Inner));

    private static string Unit(Scalar scalar) => scalar.Percent ? " (written with a percent sign)" : string.IsNullOrEmpty(scalar.Unit) ? "" : $" in {scalar.Unit}";

    public static string Of(Expr expr) => expr switch
    {
        Number number => number.Value.ToString(),
        Symbol symbol => symbol.Name,
        Constant constant => constant.Name switch { ConstantName.Pi => "π", ConstantName.E => "e", ConstantName.I => "i", _ => "∞" },
        Sum sum => $"({string.Join(" + ", sum.Terms.Select(Of))})",
        Product product => string.Join("·", product.Factors.Select(Of)),
        Quotient quotient => $"({Of(quotient.Over)})/({Of(quotient.Under)})",
        Power power => $"({Of(power.Base)})^({Of(power.Exponent)})",
        Call call => $"{call.Name}({string.Join(", ", call.Arguments.Select(Of))})",
        Repeated repeated => $"{(repeated.IsProduct ? "product" : "sum")}({repeated.Index} from {Of(repeated.From)} to {Of(repeated.To)}: {Of(repeated.Body)})",
        Integral { From: { } from, To: { } to } integral => $"integral({integral.Variable} from {Of(from)} to {Of(to)}: {Of(integral.Body)})",
        Integral integral => $"antiderivative({integral.Variable}: {Of(integral.Body)})",
        Derivative derivative => $"derivative({derivative.Variable}{(derivative.Order > 1 ? $", {derivative.Order} times" : "")}: {Of(derivative.Body)})",
        Limit limit => $"limit({limit.Variable} to {Of(limit.Point)}{(limit.Side > 0 ? " from above" : limit.Side < 0 ? " from below" : "")}: {Of(limit.Body)})",
        _ => expr.ToString(),
    };

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "…";
}
