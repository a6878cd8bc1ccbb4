using System.Text.Json;

namespace Judges.Hosting;

/// <summary>The messages' JSON: the wire's generated metadata in front of the bus's own.</summary>
internal static class JudgeMessages
{
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, JudgesJson.Default);
        options.AllowOutOfOrderMetadataProperties = true;
        return options;
    }
}
