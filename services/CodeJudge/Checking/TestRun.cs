namespace Judges.Code;

/// <summary>How one test ended.</summary>
/// <param name="Message">A short reason; never the expected value.</param>
internal readonly record struct TestEnd(Outcome Outcome, string? Message = null);

/// <summary>One run of a submission: what goes into the box, and how what comes out is judged outside of it.</summary>
internal abstract class TestRun
{
    private const int Excerpt = 80;

    /// <summary>The program that is run, for what its language says of its ends.</summary>
    public abstract Runnable Program { get; }

    public abstract RunRequest Request(Limits limits);

    /// <summary>What the verdict's detail says of the isolation, where it is another than the box's.</summary>
    public virtual string? Isolation => null;

    /// <summary>The run to make instead, when this one says that its tests cannot be run in this way; null for most.</summary>
    public virtual TestRun? Instead(RunReport report) => null;

    /// <summary>The ends of the tests that this run held, one for most.</summary>
    public abstract ValueTask<IReadOnlyList<TestEnd>> Judge(RunReport report, Workshop workshop);

    /// <summary>Refuses a second process that is an executed command where it would have the submission's user, who can write to its descriptors and its memory.</summary>
    protected static void DemandOwnUser(string what, Workshop workshop)
    {
        if (workshop.Confinement is { Isolation: not "ownUser" })
            throw new TestsUnusableException($"{what} need a user of their own, which this judge cannot give them: run it as root");
    }

    protected static string Shorten(string text) => text.Length <= Excerpt ? text : text[..Excerpt] + "…";
}
