using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>The head of a function, of which a stub can be made.</summary>
internal interface IFunctionHead
{
    string Name { get; }

    /// <summary>Whether its types are surely types, and its name means nothing else to the tests' program.</summary>
    bool IsSafe { get; }
}

/// <summary>The functions that tests without a prefix call.</summary>
internal static class TestedHeads
{
    /// <summary>
    /// The heads come from the submission, and go into the tests' program: only what is surely a type may, and no name of the tests' own. Throws
    /// <see cref="TestsUnusableException"/> when none is left.
    /// </summary>
    public static List<THead> Of<THead>(IEnumerable<THead> program, IEnumerable<THead> own, UnitTests tests)
        where THead : IFunctionHead
    {
        var taken = own.Select(static head => head.Name).ToHashSet(StringComparer.Ordinal);
        var heads = program.Where(head => head.IsSafe && !taken.Contains(head.Name) && (tests.EntryPoint is null || tests.EntryPoint == head.Name)
            && Regex.IsMatch(tests.Code, $@"(?<![\w.]){head.Name}\s*\(", RegexOptions.None, TimeSpan.FromSeconds(1))).DistinctBy(static head => head.Name).ToList();
        return heads.Count > 0 ? heads : throw Unknown("function");
    }

    /// <summary>Says what helps when the types of all that the tests call are unknown.</summary>
    public static TestsUnusableException Unknown(string what) => new(
        $"the tests call no {what} of the program whose types are known: give the task's `prefix`, so that the tests can run in a process of their own");
}
