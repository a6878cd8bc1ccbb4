using AngouriMath;
using AngouriMath.Core.Exceptions;
using Symbolics;

namespace Judges.Mathematics;

/// <summary>
/// What AngouriMath says where we are undecided; compiled only with <c>-p:OfficialPackages=true</c>. It is evidence for a person and earns
/// nothing: its simplifications hold for positive numbers only — (x²)^½ becomes x — and a reward must be a proof.
/// </summary>
public sealed partial class MathJudge
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    partial void Consult(string gold, string answer, ref string? opinion)
    {
        if (Explanation.Plain(gold) is not { } left || Explanation.Plain(answer) is not { } right)
            return;
        using var patience = new CancellationTokenSource(s_patience);
        MathS.Multithreading.SetLocalCancellationToken(patience.Token);
        try
        {
            var difference = (MathS.FromString(left, useCache: false) - MathS.FromString(right, useCache: false)).Simplify();
            opinion = difference.EqualsImprecisely(MathS.FromString("0", useCache: false)) ? "equal" : difference.IsConstant ? "different" : "unknown";
        }
        catch (Exception fault) when (fault is AngouriMathBaseException or OperationCanceledException)
        {
            opinion = "unknown";
        }
    }
}
