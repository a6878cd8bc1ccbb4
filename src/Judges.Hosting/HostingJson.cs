using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges.Hosting;

/// <summary>JSON of the doors themselves: faults and unreadable lines.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FaultDetail))]
[JsonSerializable(typeof(UnreadableLine))]
internal sealed partial class HostingJson : JsonSerializerContext;
