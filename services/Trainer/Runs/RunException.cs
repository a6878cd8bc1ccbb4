namespace Judges.Training.Runs;

/// <summary>The run cannot go on; the message says why and what to do.</summary>
internal sealed class RunException(string message) : Exception(message);
