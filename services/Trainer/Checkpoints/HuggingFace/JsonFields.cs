using System.Text.Json;
using Judges.Training.Models.Families;

namespace Judges.Training.Checkpoints.HuggingFace;

/// <summary>Reads a file of a checkpoint directory whose content is one JSON object.</summary>
internal static class JsonFields
{
    private const int MostBytes = 10_000_000;

    public static bool Exists(string directory, string name) => File.Exists(Path.Combine(directory, name));

    public static ConfigFields Read(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        if (!File.Exists(path))
            throw new InvalidDataException($"{directory} has no {name}.");
        if (new FileInfo(path).Length > MostBytes)
            throw new InvalidDataException($"{path} has more than {MostBytes} bytes.");

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(document.RootElement.Clone(), name)
                : throw new InvalidDataException($"{path} is not an object.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} is not JSON.", exception);
        }
    }
}
