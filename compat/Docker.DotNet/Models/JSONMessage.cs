using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>One line of what an image's making says.</summary>
public class JSONMessage
{
    [JsonPropertyName("stream")]
    public string Stream { get; set; }

    [JsonPropertyName("status")]
    public string Status { get; set; }

    [JsonPropertyName("id")]
    public string ID { get; set; }

    [JsonPropertyName("from")]
    public string From { get; set; }

    [JsonPropertyName("error")]
    public string ErrorMessage { get; set; }

    [JsonPropertyName("errorDetail")]
    public JSONError Error { get; set; }
}
