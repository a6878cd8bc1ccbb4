using Judges.Training.Learning;
using Judges.Training.Models;
using TorchSharp;

namespace Trainer.Tests.Learning;

/// <summary>Runs alone: the count is the whole process's.</summary>
[Collection(nameof(NativeMemoryTests))]
[CollectionDefinition(nameof(NativeMemoryTests), DisableParallelization = true)]
public sealed class NativeMemoryTests
{
    [Fact]
    public void Generating_and_learning_leave_no_tensor_behind()
    {
        using var policy = new Decoder(Tiny.Config, seed: 2);
        using var reference = new Decoder(Tiny.Config, seed: 3);
        using var learner = new GrpoLearner(policy, new() { KlBeta = 0.1, MicrobatchTokens = 60 }, reference);
        Step(0);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = torch.Tensor.TotalCount;

        for (var step = 1; step <= 10; step++)
            Step(step);

        Assert.Equal(before, torch.Tensor.TotalCount);

        void Step(int step) => learner.Step(Tiny.Rollouts(policy, (ulong)step), TestContext.Current.CancellationToken);
    }
}
