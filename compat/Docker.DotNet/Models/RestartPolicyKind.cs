using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>When the engine starts a container again.</summary>
public enum RestartPolicyKind
{
    [JsonStringEnumMemberName("")]
    Undefined,

    [JsonStringEnumMemberName("no")]
    No,

    [JsonStringEnumMemberName("always")]
    Always,

    [JsonStringEnumMemberName("on-failure")]
    OnFailure,

    [JsonStringEnumMemberName("unless-stopped")]
    UnlessStopped,
}
