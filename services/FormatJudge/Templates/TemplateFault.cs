using System.Text.Json;
using Judges.Hosting;

namespace Judges.Format.Templates;

/// <summary>What the JSON reader complains of, in the words of who wrote the template.</summary>
internal static class TemplateFault
{
    public static string Explain(JsonException fault) => fault.Message.Contains("could not be mapped", StringComparison.Ordinal)
        ? $"there is no member `{fault.Path?.Split('.')[^1] ?? "?"}` at {fault.Path}"
        : RequestReader.Explain(fault);
}
