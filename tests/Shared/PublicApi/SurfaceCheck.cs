using System.Reflection;

namespace Judges.Tests.Shared;

/// <summary>
/// Whether an assembly's public surface is part of another package's. The lines that are used are kept beside the test; the package's
/// whole surface is shared data, and need not be there.
/// </summary>
internal static class SurfaceCheck
{
    public static void IsTheCommittedList(Assembly assembly, IReadOnlyList<string> committed, IReadOnlyDictionary<string, string> exceptions)
    {
        var ours = Surface.Of(assembly).Where(line => !exceptions.Keys.Any(exception => line.Contains(exception, StringComparison.Ordinal))).ToList();
        Assert.Empty(ours.Except(committed));
        Assert.Empty(committed.Except(ours));
    }

    public static void IsPartOfTheWhole(IReadOnlyList<string> committed, string name) =>
        Assert.Empty(committed.Except(File.ReadLines(SharedData.Api(name))));
}
