using System.Text.Json.Nodes;

namespace Judges.Format.Profiles;

/// <summary>A peer's parser: it gives what it finds and scores nothing.</summary>
internal interface IExtractProfile : IFormatProfile
{
    /// <summary>What the peer extracts, or null where it finds nothing.</summary>
    JsonNode? Extract(ProfileSample sample);
}
