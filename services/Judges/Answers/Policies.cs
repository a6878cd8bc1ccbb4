using System.Text.Json;

namespace Judges.Standalone.Answers;

/// <summary>The math judge's policies as the wire names them.</summary>
internal static class Policies
{
    public static readonly IReadOnlyList<string> Names = [.. Enum.GetNames<MathPolicy>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static MathPolicy? Of(string? name) => name is null ? null : Enum.Parse<MathPolicy>(name, ignoreCase: true);
}
