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

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "PublicApi");

    [Fact]
    public void Every_public_member_is_a_member_of_TorchSharp()
    {
        var subset = File.ReadAllLines(Path.Combine(Folder, "api-subset.txt"));
        var ours = Surface.Of(typeof(Tensor).Assembly).Where(line => !Exceptions.Keys.Any(exception => line.Contains(exception, StringComparison.Ordinal))).ToList();
        Assert.Empty(ours.Except(subset));
        Assert.Empty(subset.Except(ours));
    }

    [Fact]
    public void The_committed_list_is_part_of_the_whole_surface() =>
        Assert.Empty(File.ReadAllLines(Path.Combine(Folder, "api-subset.txt")).Except(File.ReadLines(SharedData.Api("TorchSharp-0.107.txt"))));
}
