using System.Reflection;

namespace Judges.Tests.Shared;

/// <summary>
/// Whether an assembly's public surface is part of another package's. The lines that are used are kept beside the test; the package's
/// whole surface lies in a folder named by JUDGES_SHARED or called shared beside the repository, and need not be there.
/// </summary>
internal static class SurfaceCheck
{
    public static void IsTheCommittedList(Assembly assembly, IReadOnlyList<string> committed, IReadOnlyDictionary<string, string> exceptions)
    {
        var ours = Surface.Of(assembly).Where(line => !exceptions.Keys.Any(exception => line.Contains(exception, StringComparison.Ordinal))).ToList();
        Assert.Empty(ours.Except(committed));
        Assert.Empty(committed.Except(ours));
    }

    public static void IsPartOfTheWhole(IReadOnlyList<string> committed, string name)
    {
        var whole = WholeSurface(name);
        Assert.SkipWhen(whole is null, $"the whole surface {name} is not at hand: set JUDGES_SHARED");
        Assert.Empty(committed.Except(File.ReadLines(whole)));
    }

    private static string? WholeSurface(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Environment.GetEnvironmentVariable("JUDGES_SHARED") ?? Path.Combine(folder.FullName, "shared");
            var file = Path.Combine(shared, "api", name);
            if (File.Exists(file))
                return file;
        }
        return null;
    }
}
