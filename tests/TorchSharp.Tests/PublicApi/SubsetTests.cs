using static TorchSharp.torch;

namespace TorchSharp.Tests.PublicApi;

/// <summary>Whatever compiles here compiles against TorchSharp 0.107: every public member is one of its own, letter for letter.</summary>
public sealed class SubsetTests
{
    /// <summary>What TorchSharp lacks, and why it is here all the same.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["TorchSharp.Extensions."] = "operators by name and typed errors; a namespace of its own, so that a use of it shows in the usings",
        ["M TorchSharp.Scalar :: method System.String ToString()"] = "overrides Object's, which every caller can call anyway",
    };

    private static string[] Committed => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublicApi", "api-subset.txt"));

    [Fact]
    public void Every_public_member_is_a_member_of_TorchSharp() => SurfaceCheck.IsTheCommittedList(typeof(Tensor).Assembly, Committed, Exceptions);

    [Fact]
    public void The_committed_list_is_part_of_the_whole_surface() => SurfaceCheck.IsPartOfTheWhole(Committed, "TorchSharp-0.107.txt");
}
