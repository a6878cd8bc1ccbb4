using System.Text.Json;

namespace Judges.Code;

/// <summary>How a task wants results compared, beside <see cref="ResultComparer"/>'s rules.</summary>
/// <param name="Unordered">The elements of the list may come in any order.</param>
/// <param name="Tolerance">How far a float may be from the expected one, or null for one part in a billion.</param>
/// <param name="ByValue">
/// Whether an expected integer may be met by a float: where a signature fixes the type, <c>2</c> in a test is how its author wrote 2.0.
/// </param>
internal sealed record ResultComparison(bool Unordered = false, double? Tolerance = null, bool ByValue = false)
{
    public bool AreEqual(JsonElement expected, JsonElement actual)
    {
        if (!Unordered || expected.ValueKind != JsonValueKind.Array || actual.ValueKind != JsonValueKind.Array)
            return ResultComparer.AreEqual(expected, actual, this);
        if (expected.GetArrayLength() != actual.GetArrayLength())
            return false;
        // Equality with a tolerance is no equivalence: each expected element takes the first that is left and near enough.
        List<JsonElement> left = [.. actual.EnumerateArray()];
        foreach (var wanted in expected.EnumerateArray())
        {
            var found = left.FindIndex(element => ResultComparer.AreEqual(wanted, element, this));
            if (found < 0)
                return false;
            left.RemoveAt(found);
        }
        return true;
    }
}
