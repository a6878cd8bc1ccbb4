namespace Judges.Standalone.Judging;

/// <summary>Outcomes in words.</summary>
internal static class OutcomeNames
{
    extension(Outcome outcome)
    {
        /// <summary>The name as the wire writes it.</summary>
        public string OnTheWire => char.ToLowerInvariant(outcome.ToString()[0]) + outcome.ToString()[1..];
    }
}
