namespace Judges.Code;

/// <summary>What a request to be graded holds: the submission, the test, and what the task's author wrote. Only what a run needs goes into its box.</summary>
/// <param name="Submission">The first file.</param>
/// <param name="Correct">The expected output; null where there is none.</param>
/// <param name="Others">All other files, each name once.</param>
internal sealed record GraderFiles(BoxFile Submission, ReadOnlyMemory<byte> Input, ReadOnlyMemory<byte>? Correct, IReadOnlyList<BoxFile> Others)
{
    public const string InputName = "input.txt";
    public const string CorrectName = "correct_output.txt";
    public const string OutputName = "output.txt";

    public static GraderFiles Of(IReadOnlyList<BoxFile> files) => new(
        files[0],
        Find(files, InputName)?.Content ?? default,
        Find(files, CorrectName)?.Content,
        [.. files.Skip(1).Where(file => file.Name is not (InputName or CorrectName) && file.Name != files[0].Name).DistinctBy(static file => file.Name)]);

    public BoxFile? this[string name] => Find(Others, name);

    public IEnumerable<BoxFile> Below(string folder) => Others.Where(file => file.Name.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>The run of a checker, which gets the three texts as files, by the names of its arguments.</summary>
    public ProgramJob Check(ProgramJob job, Language language, string main, IEnumerable<BoxFile> own, ReadOnlyMemory<byte> correct, ReadOnlyMemory<byte> output, double seconds) => job with
    {
        Language = language,
        Main = main,
        Files = [.. own, new BoxFile(InputName, Input), new BoxFile(CorrectName, correct), new BoxFile(OutputName, output)],
        Input = default,
        Fetch = [],
        Arguments = [InputName, CorrectName, OutputName],
        RunLimits = DoorRules.Limits(seconds, -1, job.RunLimits.OutputKb),
    };

    private static BoxFile? Find(IReadOnlyList<BoxFile> files, string name) => files.FirstOrDefault(file => file.Name == name);
}

/// <summary>The task's files cannot grade anything: neither the submission's fault nor ours.</summary>
internal sealed class GraderUnusableException(string message) : InvalidOperationException(message);
