namespace Docker.DotNet.Tests.PublicApi;

/// <summary>Whatever compiles here compiles against Docker.DotNet 3.125: every public member is one of its own, letter for letter.</summary>
public sealed class SubsetTests
{
    /// <summary>What Docker.DotNet lacks, and why it is here all the same.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
    };

    private static string[] Committed => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublicApi", "api-subset.txt"));

    [Fact]
    public void Every_public_member_is_a_member_of_Docker_DotNet() => SurfaceCheck.IsTheCommittedList(typeof(DockerClient).Assembly, Committed, Exceptions);

    [Fact]
    public void The_committed_list_is_part_of_the_whole_surface() => SurfaceCheck.IsPartOfTheWhole(Committed, "Docker.DotNet-3.125.txt");
}
