namespace Judges.Standalone.Doctor;

/// <summary>One thing that the machine has or lacks.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="Found">Whether it is there and works.</param>
/// <param name="Detail">Its version, or what is wrong.</param>
/// <param name="NeededFor">What cannot be done without it.</param>
/// <param name="Get">The one line that gets it.</param>
/// <param name="DemoNeedsIt">Whether the demo cannot run without it.</param>
internal sealed record Finding(string Name, bool Found, string Detail, string NeededFor, string Get, bool DemoNeedsIt = false);
