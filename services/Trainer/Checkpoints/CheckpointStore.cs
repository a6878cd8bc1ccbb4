using System.Text.Json;
using Judges.Training.Learning;
using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Training.Checkpoints;

/// <summary>
/// A checkpoint is a directory: model.safetensors, optimizer.safetensors and state.json. It is written beside its place and then
/// renamed into it: whoever finds one finds a whole one. A run resumed from it continues to the bit.
/// </summary>
public static class CheckpointStore
{
    private const string ModelFile = "model.safetensors";
    private const string OptimizerFile = "optimizer.safetensors";
    private const string StateFile = "state.json";
    private const string Unfinished = ".unfinished";
    private const string Replaced = ".replaced";

    public static void Save(string directory, Decoder policy, GrpoLearner learner, TrainingState state)
    {
        directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var manifest = new CheckpointManifest
        {
            Version = CheckpointManifest.CurrentVersion,
            Config = policy.Config,
            Learner = new(learner.Steps, learner.Optimizer.Updates, learner.Landing),
            Training = state,
        };
        var (unfinished, replaced) = (directory + Unfinished, directory + Replaced);
        Discard(unfinished);
        Discard(replaced);
        Directory.CreateDirectory(unfinished);
        Safetensors.Write(Path.Combine(unfinished, ModelFile), policy.Parameters.All);
        Safetensors.Write(Path.Combine(unfinished, OptimizerFile), learner.Optimizer.Moments);
        File.WriteAllText(Path.Combine(unfinished, StateFile), JsonSerializer.Serialize(manifest, CheckpointJson.Default.CheckpointManifest));
        if (Directory.Exists(directory))
            Directory.Move(directory, replaced);
        Directory.Move(unfinished, directory);
        Discard(replaced);
    }

    /// <summary>Reads state.json alone, to build the decoder that <see cref="Load"/> then fills.</summary>
    public static CheckpointManifest Open(string directory)
    {
        using var file = File.OpenRead(Path.Combine(directory, StateFile));
        var manifest = JsonSerializer.Deserialize(file, CheckpointJson.Default.CheckpointManifest)
            ?? throw new InvalidDataException($"{StateFile} is empty.");
        return manifest.Version == CheckpointManifest.CurrentVersion
            ? manifest
            : throw new InvalidDataException($"The checkpoint is of version {manifest.Version}; this program reads version {CheckpointManifest.CurrentVersion}.");
    }

    /// <summary>The last, by name, of the whole checkpoints in a directory; null where there is none.</summary>
    public static string? Latest(string root) => Directory.Exists(root)
        ? Directory.EnumerateDirectories(root)
            .Where(static directory => !directory.EndsWith(Unfinished, StringComparison.Ordinal) && !directory.EndsWith(Replaced, StringComparison.Ordinal))
            .Where(static directory => File.Exists(Path.Combine(directory, StateFile)))
            .Max(StringComparer.Ordinal)
        : null;

    /// <summary>Brings policy and learner to where they were saved.</summary>
    public static TrainingState Load(string directory, Decoder policy, GrpoLearner learner)
    {
        var manifest = Open(directory);
        LoadPolicy(directory, policy);
        Fill(Path.Combine(directory, OptimizerFile), learner.Optimizer.Moments);
        learner.Steps = manifest.Learner.Steps;
        learner.Landing = manifest.Learner.Landing;
        learner.Optimizer.Updates = manifest.Learner.Updates;
        return manifest.Training;
    }

    /// <summary>Brings a policy's weights alone to where they were saved, as for evaluation or as a reference.</summary>
    public static void LoadPolicy(string directory, Decoder policy)
    {
        if (Open(directory).Config != policy.Config)
            throw new InvalidDataException("The checkpoint holds a decoder of another shape.");
        Fill(Path.Combine(directory, ModelFile), policy.Parameters.All);
    }

    private static void Fill(string path, IEnumerable<KeyValuePair<string, Tensor>> targets)
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        var saved = Safetensors.Read(path);
        try
        {
            var file = Path.GetFileName(path);
            foreach (var (name, target) in targets)
            {
                if (!saved.Remove(name, out var value))
                    throw new InvalidDataException($"{file} lacks '{name}'.");
                using (value)
                {
                    if (value.dtype != target.dtype || !value.shape.AsSpan().SequenceEqual(target.shape))
                        throw new InvalidDataException($"'{name}' in {file} is {value.dtype}[{string.Join(", ", value.shape)}], not {target.dtype}[{string.Join(", ", target.shape)}].");
                    target.copy_(value);
                }
            }

            if (saved.Count > 0)
                throw new InvalidDataException($"{file} holds what the model has no place for: {string.Join(", ", saved.Keys.Order(StringComparer.Ordinal))}.");
        }
        finally
        {
            foreach (var value in saved.Values)
                value.Dispose();
        }
    }

    private static void Discard(string directory)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }
}
