namespace Judges.Code;

/// <summary>A programming language: how its programs are checked, built and run in a box. Everything here is data.</summary>
internal sealed record Language
{
    /// <summary>The name on the wire and in a verdict's detail.</summary>
    public required string Name { get; init; }

    /// <summary>Other names of it, on the wire and after a fence.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names of other languages after a fence that may hold a program of this one.</summary>
    public IReadOnlyList<string> Fences { get; init; } = [];

    /// <summary>The Debian packages that a box needs for it.</summary>
    public required string Packages { get; init; }

    /// <summary>The file that a program is written to.</summary>
    public required Func<string, string> FileName { get; init; }

    /// <summary>Parses the program and does no more; empty where building says enough. <c>{file}</c> stands for the program's file.</summary>
    public IReadOnlyList<string> Check { get; init; } = [];

    /// <summary>Builds the program; empty where its source is what runs.</summary>
    public IReadOnlyList<string> Build { get; init; } = [];

    /// <summary>What the build leaves for the run.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>Whether the run needs the sources too.</summary>
    public bool KeepsSources { get; init; }

    /// <summary>What is linked when the main file mentions it: a text of the file, and an argument, which <c>{libraries}</c> stands for.</summary>
    public IReadOnlyDictionary<string, string> Libraries { get; init; } = new Dictionary<string, string>();

    /// <summary>Files beside the program that checking and building need.</summary>
    public IReadOnlyList<BoxFile> Beside { get; init; } = [];

    /// <summary>Runs the program, within <c>{memory}</c> MiB; <c>{script}</c> is its first file, as JavaScript.</summary>
    public required IReadOnlyList<string> Run { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Threads and processes that its runtime has beside the program's own.</summary>
    public int ExtraProcesses { get; init; }

    /// <summary>MiB that its runtime takes before the program takes any.</summary>
    public int ExtraMemoryMb { get; init; }

    /// <summary>What its runtime writes to standard error when memory is out; null where it writes nothing.</summary>
    public string? OutOfMemory { get; init; }

    /// <summary>How functions of a program are called; null where only whole programs run.</summary>
    public IHarness? Harness { get; init; }

    /// <summary>Builds here instead of in a box; null where a box builds.</summary>
    public Func<Sources, CancellationToken, Task<Build>>? BuildHere { get; init; }

    /// <summary>Whether a fenced block with this name may hold a program.</summary>
    public bool IsFencedAs(string name) => IsCalled(name) || Fences.Contains(name, StringComparer.OrdinalIgnoreCase);

    public bool IsCalled(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The files of a program before it is built.</summary>
/// <param name="Main">The file that check and build are about.</param>
/// <param name="Files">All of them, that one included.</param>
/// <param name="Build">Builds them, where the language's own way does not.</param>
internal sealed record Sources(string Main, IReadOnlyList<BoxFile> Files, IReadOnlyList<string>? Build = null);

/// <summary>Puts a program and code of ours together, so that its functions can be called.</summary>
internal interface IHarness
{
    /// <summary>The program with what calls one function of it: arguments on standard input, the result on descriptor 3.</summary>
    Sources ForCall(string program, string entryPoint);

    /// <summary>The program with what answers calls, and the tests with what makes them; throws <see cref="TestsUnusableException"/>.</summary>
    /// <param name="prefix">The trusted part of the program, or null.</param>
    (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests);
}

/// <summary>The tests of a request cannot be run as they are: the fault of neither the submission nor the judge.</summary>
public sealed class TestsUnusableException(string message) : InvalidOperationException(message);
