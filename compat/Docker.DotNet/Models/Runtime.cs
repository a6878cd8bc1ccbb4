using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>What makes containers.</summary>
public class Runtime
{
    [JsonPropertyName("path")]
    public string Path { get; set; }

    [JsonPropertyName("runtimeType")]
    public string Type { get; set; }

    [JsonPropertyName("runtimeArgs")]
    public IList<string> Args { get; set; }
}
