namespace Judges.Format.Profiles;

/// <summary>What a profile looks at.</summary>
/// <param name="Text">The response.</param>
/// <param name="Parameters">The peer's own parameters, under the peer's names.</param>
internal sealed record ProfileSample(string Text, ProfileParams Parameters)
{
    /// <summary>The conversation, where the request gave one; then <see cref="Text"/> is not looked at by profiles of conversations.</summary>
    public IReadOnlyList<ChatMessage>? Messages { get; init; }

    public IReadOnlyList<int>? TokenIds { get; init; }

    public int? Tokens { get; init; }

    /// <summary>How many tokens the response has; the caller's count, as no judge can know it.</summary>
    public int TokenCount => Tokens ?? TokenIds?.Count
        ?? throw new ProfileException("this profile counts tokens: give `tokens` or `tokenIds`");

    /// <summary>What the assistant wrote, turn by turn.</summary>
    public IEnumerable<string> AssistantTurns => Messages is null
        ? [Text]
        : Messages.Where(static message => message.IsAssistant).Select(static message => message.Content ?? "");

    /// <summary>The last message when the assistant wrote it, else null.</summary>
    public string? LastTurn => Messages is null ? Text : Messages is [.., { IsAssistant: true } last] ? last.Content ?? "" : null;
}

/// <summary>A mistake in the request: the profile cannot be asked this.</summary>
internal sealed class ProfileException(string message) : Exception(message);
