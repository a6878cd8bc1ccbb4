using Judges.Training.Learning;
using Judges.Training.Models;
using static TorchSharp.torch;

namespace Trainer.Tests.Learning;

public sealed class AdamWTests
{
    // Expected values from torch.optim.AdamW with clip_grad_norm_, decay on the matrix alone.
    [Fact]
    public void Three_steps_match_PyTorch()
    {
        using var parameters = new ParameterSet(seed: 0);
        var matrix = parameters.Normal("matrix", 1, 2, 2);
        var vector = parameters.Ones("vector", 2);
        using (no_grad())
        {
            matrix.copy_(tensor([0.5f, -1f, 2f, 0.25f]).view(2, 2));
            vector.copy_(tensor([1f, -0.5f]));
        }

        using var optimizer = new AdamW(parameters, new GrpoOptions { WeightDecay = 0.1 });
        foreach (var norm in new[] { 18.32625389099121, 17.99620246887207, 17.67296028137207 })
        {
            optimizer.ZeroGradients();
            (matrix.matmul(vector).square().sum() + matrix.pow(3).sum()).backward();
            Assert.Equal(norm, optimizer.ClipGradients(1), 1e-4);
            optimizer.Step(0.01);
        }

        Tiny.AssertClose([0.46854081749916077f, -1.0269861221313477f, 1.964034914970398f, 0.2791979908943176f], Tiny.Values(matrix), 1e-6);
        Tiny.AssertClose([0.9700044989585876f, -0.470014363527298f], Tiny.Values(vector), 1e-6);
    }
}
