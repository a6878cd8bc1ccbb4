using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges;

/// <summary>The hidden tests of a code task; <c>kind</c> on the wire says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(StdioTests), "stdio")]
[JsonDerivedType(typeof(CallTests), "call")]
[JsonDerivedType(typeof(UnitTests), "unit")]
public abstract record CodeTests
{
    /// <summary>Why these tests cannot be run, or null when they can.</summary>
    public abstract string? Defect();
}

/// <summary>The program reads standard input and writes standard output.</summary>
public sealed record StdioTests : CodeTests
{
    public required IReadOnlyList<StdioCase> Cases { get; init; }

    /// <summary>How the output is compared; default <see cref="CheckerKind.Tokens"/>.</summary>
    public Checker Checker { get; set; } = new();

    /// <summary>
    /// For interactive tasks, a program that talks with the submission: its standard input is the submission's output and the other way
    /// round; its arguments are two files with the case's <c>stdin</c> and <c>stdout</c>, and exit code 0 means passed. Null for others.
    /// </summary>
    public CodeProgram? Interactor { get; init; }

    public override string? Defect() => Cases is not { Count: > 0 } ? "`tests.cases` must hold at least one case"
        : Cases.Any(c => c?.Stdin is null || c.Stdout is null) ? "each of `tests.cases` needs the strings `stdin` and `stdout`"
        : Checker is null ? "`tests.checker` must be an object or absent"
        : Interactor?.Defect() is { } defect ? $"`tests.interactor`: {defect}"
        : Checker.Defect();
}

/// <summary>A trusted program of the task's author.</summary>
public sealed record CodeProgram
{
    /// <summary>The programming language.</summary>
    public required string Language { get; init; }

    /// <summary>The whole program.</summary>
    public required string Source { get; init; }

    /// <summary>Why this program cannot be used, or null when it can.</summary>
    public string? Defect() => string.IsNullOrWhiteSpace(Language) ? "`language` must name a programming language"
        : string.IsNullOrWhiteSpace(Source) ? "`source` must hold a program"
        : null;
}

/// <summary>One run of the program.</summary>
public sealed record StdioCase
{
    public required string Stdin { get; init; }

    /// <summary>The expected output; it never enters the sandbox.</summary>
    public required string Stdout { get; init; }
}

/// <summary>How a program's output is compared with the expected one.</summary>
public sealed record Checker
{
    public CheckerKind Kind { get; init; }

    /// <summary>For <see cref="CheckerKind.Float"/>: the largest absolute or relative difference; default 1e-6.</summary>
    public double Tolerance { get; set; } = 1e-6;

    /// <summary>
    /// For <see cref="CheckerKind.Program"/>: it is run with three files as arguments, the case's <c>stdin</c>, the submission's output and
    /// the case's <c>stdout</c>; exit code 0 means passed, 1 and 2 not passed, as testlib's checkers end.
    /// </summary>
    public CodeProgram? Program { get; init; }

    /// <summary>Why this checker cannot be used, or null when it can.</summary>
    public string? Defect() => !(double.IsFinite(Tolerance) && Tolerance >= 0) ? "`tests.checker.tolerance` must be a number of at least 0"
        : Kind is CheckerKind.Program && Program is null ? "`tests.checker.program` must hold the checker when `kind` is `program`"
        : Program?.Defect() is { } defect ? $"`tests.checker.program`: {defect}"
        : null;
}

/// <summary>The named ways to compare outputs.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CheckerKind>))]
public enum CheckerKind
{
    /// <summary>The same tokens in the same order; white space between them does not matter.</summary>
    Tokens,

    /// <summary>The same text, but for white space at the end.</summary>
    Exact,

    /// <summary>Tokens, where two numbers may differ by <see cref="Checker.Tolerance"/>.</summary>
    Float,

    /// <summary>The same lines in any order.</summary>
    Unordered,

    /// <summary>A program of the task's author decides.</summary>
    Program,
}

/// <summary>A function is called with JSON arguments and its result compared.</summary>
public sealed record CallTests : CodeTests
{
    /// <summary>The function's name, or <c>Class.method</c>: the class is made without arguments for each case.</summary>
    public required string EntryPoint { get; init; }

    public required IReadOnlyList<CallCase> Cases { get; init; }

    /// <summary>Whether the elements of a list may come in any order, at its top level; default false.</summary>
    public bool Unordered { get; init; }

    /// <summary>How far a float may be from the expected one, absolutely or relatively; default null: one part in a billion.</summary>
    public double? Tolerance { get; init; }

    /// <summary>The position of an argument that the function changes and that is compared instead of its result; default null.</summary>
    public int? InPlace { get; init; }

    public override string? Defect() => string.IsNullOrWhiteSpace(EntryPoint) ? "`tests.entryPoint` must name a function"
        : Cases is not { Count: > 0 } ? "`tests.cases` must hold at least one case"
        : Cases.Any(c => c?.Args is null) ? "each of `tests.cases` needs `args`, a list"
        : Tolerance is { } tolerance && !(double.IsFinite(tolerance) && tolerance >= 0) ? "`tests.tolerance` must be a number of at least 0"
        : InPlace is { } position && (position < 0 || Cases.Any(c => position >= c.Args.Count)) ? "`tests.inPlace` must be the position of an argument"
        : null;
}

/// <summary>Tests that are themselves code: they run in a process of their own and call the submission in another one.</summary>
public sealed record UnitTests : CodeTests
{
    /// <summary>
    /// In Python: <c>check(candidate)</c>, asserts at the top level, a unittest or pytest file. In JavaScript and TypeScript: code that uses
    /// <c>console.assert</c>, <c>assert</c> or <c>test</c> and <c>expect</c>. In C, C++, Java and C#: a main program that asserts. In Go: functions
    /// <c>TestName(t *testing.T)</c>, or a main program that panics. In Rust: functions with <c>#[test]</c>, or a main
    /// program. In bash: a script, which needs <see cref="EntryPoint"/>.
    /// </summary>
    public required string Code { get; init; }

    /// <summary>The function under test; null when the tests use the submission's names by themselves.</summary>
    public string? EntryPoint { get; init; }

    /// <summary>Whether the tests may have a process of their own; default <see cref="UnitIsolation.Auto"/>.</summary>
    public UnitIsolation Isolation { get; init; }

    public override string? Defect() => string.IsNullOrWhiteSpace(Code) ? "`tests.code` must hold the tests"
        : !Enum.IsDefined(Isolation) ? "`tests.isolation` must be `auto` or `shared`"
        : null;
}

/// <summary>Where unit tests run.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UnitIsolation>))]
public enum UnitIsolation
{
    /// <summary>In a process of their own, unless they need the submission's: they patch what it uses, or give it objects of their own.</summary>
    Auto,

    /// <summary>In the submission's process. In Python only; the verdict's detail says so, and a submission that names what reaches the tests is refused.</summary>
    Shared,
}

/// <summary>One call.</summary>
public sealed record CallCase
{
    public required IReadOnlyList<JsonElement> Args { get; init; }

    /// <summary>The expected result; it never enters the sandbox.</summary>
    public required JsonElement Expected { get; init; }
}
