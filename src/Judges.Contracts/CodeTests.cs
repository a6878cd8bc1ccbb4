using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges;

/// <summary>The hidden tests of a code task; <c>kind</c> on the wire says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(StdioTests), "stdio")]
[JsonDerivedType(typeof(CallTests), "call")]
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

    public override string? Defect() => Cases is not { Count: > 0 } ? "`tests.cases` must hold at least one case"
        : Cases.Any(c => c?.Stdin is null || c.Stdout is null) ? "each of `tests.cases` needs the strings `stdin` and `stdout`"
        : Checker is null ? "`tests.checker` must be an object or absent"
        : Checker.Defect();
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

    /// <summary>Why this checker cannot be used, or null when it can.</summary>
    public string? Defect() =>
        double.IsFinite(Tolerance) && Tolerance >= 0 ? null : "`tests.checker.tolerance` must be a number of at least 0";
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
}

/// <summary>A function is called with JSON arguments and its result compared.</summary>
public sealed record CallTests : CodeTests
{
    /// <summary>The function's name, or <c>Class.method</c>: the class is made without arguments for each case.</summary>
    public required string EntryPoint { get; init; }

    public required IReadOnlyList<CallCase> Cases { get; init; }

    public override string? Defect() => string.IsNullOrWhiteSpace(EntryPoint) ? "`tests.entryPoint` must name a function"
        : Cases is not { Count: > 0 } ? "`tests.cases` must hold at least one case"
        : Cases.Any(c => c?.Args is null) ? "each of `tests.cases` needs `args`, a list"
        : null;
}

/// <summary>One call.</summary>
public sealed record CallCase
{
    public required IReadOnlyList<JsonElement> Args { get; init; }

    /// <summary>The expected result; it never enters the sandbox.</summary>
    public required JsonElement Expected { get; init; }
}
