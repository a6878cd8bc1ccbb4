using System.Text.Json;
using Judges.Training.Checkpoints;
using Judges.Training.Learning;
using Judges.Training.Models;

namespace Trainer.Tests.Checkpoints;

public sealed class CheckpointStoreTests : IDisposable
{
    private static readonly GrpoOptions s_options = new() { Schedule = new() { Steps = 10, Hold = 0.2, LearningRate = 1e-2 } };

    private readonly string _root = Directory.CreateTempSubdirectory().FullName;

    private string Path => System.IO.Path.Combine(_root, "step-000003");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_resumed_run_continues_to_the_bit()
    {
        Run uninterrupted = new(seed: 4), first = new(seed: 4), resumed = new(seed: 99);

        uninterrupted.Train(0, 6, landAfter: 2);
        first.Train(0, 3, landAfter: 2);
        CheckpointStore.Save(Path, first.Policy, first.Learner, State(3));
        var state = CheckpointStore.Load(Path, resumed.Policy, resumed.Learner);
        resumed.Train((int)state.Step, 6);

        Assert.Equivalent(Tiny.Weights(uninterrupted.Policy), Tiny.Weights(resumed.Policy));
        Assert.Equal(6, resumed.Learner.Steps);
        Assert.Equal(uninterrupted.Learner.Landing, resumed.Learner.Landing);
    }

    [Fact]
    public void The_loops_state_comes_back_as_it_was()
    {
        var run = new Run(seed: 4);
        var sampler = JsonSerializer.SerializeToElement(new { position = 17 });

        CheckpointStore.Save(Path, run.Policy, run.Learner, State(3) with { Sampler = sampler });
        var manifest = CheckpointStore.Open(Path);

        Assert.Equal(Tiny.Config, manifest.Config);
        Assert.Equal(("run", 7ul, 3, 3), (manifest.Training.RunId, manifest.Training.Seed, manifest.Training.Step, manifest.Training.PolicyVersion));
        Assert.Equal(17, manifest.Training.Sampler!.Value.GetProperty("position").GetInt32());
    }

    [Fact]
    public void Saving_replaces_what_was_there_and_leaves_nothing_beside_it()
    {
        var run = new Run(seed: 4);
        CheckpointStore.Save(Path, run.Policy, run.Learner, State(3));

        CheckpointStore.Save(Path, run.Policy, run.Learner, State(4));

        Assert.Equal(4, CheckpointStore.Open(Path).Training.Step);
        Assert.Equal([Path], Directory.GetFileSystemEntries(_root));
        Assert.Equal(["model.safetensors", "optimizer.safetensors", "state.json"], Directory.GetFiles(Path).Select(System.IO.Path.GetFileName).Order());
    }

    [Fact]
    public void An_unfinished_write_does_not_stand_for_a_checkpoint()
    {
        var run = new Run(seed: 4);
        CheckpointStore.Save(Path, run.Policy, run.Learner, State(3));
        Directory.CreateDirectory(Path + ".unfinished");

        Assert.Equal(Path, CheckpointStore.Latest(_root));
        CheckpointStore.Save(Path, run.Policy, run.Learner, State(4));

        Assert.Equal([Path], Directory.GetFileSystemEntries(_root));
        Assert.Null(CheckpointStore.Latest(System.IO.Path.Combine(_root, "elsewhere")));
    }

    [Fact]
    public void A_decoder_of_another_shape_is_refused()
    {
        var run = new Run(seed: 4);
        CheckpointStore.Save(Path, run.Policy, run.Learner, State(3));
        using var other = new Decoder(Tiny.Config with { Layers = 2 }, seed: 4);

        Assert.Throws<InvalidDataException>(() => CheckpointStore.LoadPolicy(Path, other));
    }

    private static TrainingState State(long step) => new() { RunId = "run", Seed = 7, Step = step, PolicyVersion = step };

    private sealed class Run
    {
        public Run(ulong seed)
        {
            Policy = new(Tiny.Config, seed);
            Learner = new(Policy, s_options);
        }

        public Decoder Policy { get; }

        public GrpoLearner Learner { get; }

        public void Train(int from, int to, int landAfter = -1)
        {
            for (var step = from; step < to; step++)
            {
                Learner.Step(Tiny.Rollouts(Policy, (ulong)step), TestContext.Current.CancellationToken);
                if (step == landAfter)
                    Learner.Land(4);
            }
        }
    }
}
