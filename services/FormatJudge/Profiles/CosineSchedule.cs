namespace Judges.Format.Profiles;

/// <summary>From one reward to another along half a cosine: low + ½ (high − low) (1 + cos(π progress)).</summary>
internal readonly record struct CosineSchedule(double MinWrong, double MaxWrong, double MinRight, double MaxRight)
{
    public static CosineSchedule Of(ProfileParams parameters) => new(
        parameters.Number("min_value_wrong", -1),
        parameters.Number("max_value_wrong", -0.5),
        parameters.Number("min_value_correct", 0.5),
        parameters.Number("max_value_correct", 1));

    public (double Worst, double Best) Range => (Math.Min(MinWrong, MinRight), Math.Max(MaxWrong, MaxRight));

    public double At(double progress, bool right)
    {
        // A wrong response is punished less the longer it is: the bounds change places.
        var (low, high) = right ? (MinRight, MaxRight) : (MaxWrong, MinWrong);
        return low + 0.5 * (high - low) * (1 + Math.Cos(progress * Math.PI));
    }
}
