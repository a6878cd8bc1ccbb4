using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Training.Generation;

/// <summary>The routers' choices of a forward pass, turned round: token by token instead of layer by layer.</summary>
internal static class ChosenExperts
{
    // routes: per layer [N, k] → [N][layers · k]
    public static ushort[][] ByToken(IReadOnlyList<Router.Choice> routes)
    {
        using var scope = NewDisposeScope();
        var experts = stack(routes.Select(static route => route.Experts), 1); // [N, layers, k]
        var width = (int)(experts.shape[1] * experts.shape[2]);
        var all = experts.contiguous().cpu().data<long>().ToArray();
        return [.. all.Chunk(width).Select(static token => Array.ConvertAll(token, static expert => (ushort)expert))];
    }
}
