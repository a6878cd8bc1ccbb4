namespace Judges.Code;

/// <summary>What became of building a program.</summary>
internal abstract record Build
{
    private Build()
    {
    }

    /// <summary>It was built; these files run.</summary>
    public sealed record Done(IReadOnlyList<BoxFile> Files) : Build;

    /// <summary>It was not, and the program is to blame.</summary>
    /// <param name="Stage">How far it came: <see cref="Stage.Extracted"/> when it does not parse, <see cref="Stage.Parses"/> when it does.</param>
    public sealed record Failed(Stage Stage, string Message) : Build;
}
