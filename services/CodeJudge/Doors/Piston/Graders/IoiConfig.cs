using System.Text.Json;

namespace Judges.Code;

/// <summary>A task's <c>graders/grader_config.json</c>.</summary>
internal sealed record IoiConfig(string TaskType, double Seconds, double MemoryMb, int Processes, bool UsesFifos, IReadOnlyList<string> ManagerArguments)
{
    private const string Communication = "task_type_parameters_Communication_";
    private const double UsualSeconds = 10;

    public static IoiConfig Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new IoiConfig(
                Text(root, "task_type") ?? "", Number(root, "time_limit") ?? UsualSeconds, (Number(root, "memory_limit") ?? (double)DoorRules.UsualMemoryMb * (1 << 20)) / (1 << 20),
                (int)(Number(root, Communication + "num_processes") ?? 1), Text(root, Communication + "user_io") == "fifo_io",
                (Text(root, Communication + "manager_args") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (JsonException unreadable)
        {
            throw new GraderUnusableException($"graders/grader_config.json: {unreadable.Message}");
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDouble() : null;
}
