namespace Judges.Format.Profiles;

/// <summary>A peer's reward function, reproduced with its defects, under a name.</summary>
internal interface IFormatProfile
{
    /// <summary>What a request calls it.</summary>
    string Name { get; }

    /// <summary>The repository, the commit and the file that define it.</summary>
    string Source { get; }
}

/// <summary>A profile that gives a number.</summary>
internal interface IScoreProfile : IFormatProfile
{
    /// <summary>The peer's score, or null where the peer does not score this sample.</summary>
    double? Score(ProfileSample sample);

    /// <summary>What the peer gives the worst and the best sample: the verdict's reward is the score's place between the two.</summary>
    (double Worst, double Best) Range(ProfileParams parameters) => (0, 1);
}
