using System.Diagnostics;
using System.Text.Json;
using Judges.Training.Checkpoints;
using Judges.Training.Models;

namespace Judges.Bench;

/// <summary>The same weights in bench/pytorch_twin/twin.py, run by Debian's Python on the libtorch that the trainer uses too.</summary>
internal static class PyTorchTwin
{
    private const string Python = "/usr/bin/python3"; // the one that python3-torch is installed for
    private static readonly string s_script = Path.Combine(AppContext.BaseDirectory, "pytorch_twin", "twin.py");

    /// <summary>What the twin printed; null, with the reason in the report, where it cannot run.</summary>
    public static async Task<JsonElement?> Run(Report report, Decoder model, Dictionary<string, object> job, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("twin").FullName;
        try
        {
            Safetensors.Write(Path.Combine(folder, "weights.safetensors"), model.Parameters.All);
            job["model"] = Shape(model.Config);
            await File.WriteAllTextAsync(Path.Combine(folder, "job.json"), JsonSerializer.Serialize(job), cancellationToken);
            return await Run(report, folder, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonElement?> Run(Report report, string folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(Python))
        {
            report.Note($"there is no {Python}, so nothing to compare with");
            return null;
        }

        var start = new ProcessStartInfo(Python, [s_script, folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        await using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode == 0)
            return JsonDocument.Parse(output).RootElement;

        report.Note($"the PyTorch twin does not run, so there is nothing to compare with: {(await errors).TrimEnd().Split('\n')[^1]}");
        return null;
    }

    private static Dictionary<string, object> Shape(DecoderConfig config) => new()
    {
        ["vocabulary"] = config.VocabularySize,
        ["hidden"] = config.HiddenSize,
        ["layers"] = config.Layers,
        ["heads"] = config.Heads,
        ["kvHeads"] = config.KeyValueHeads,
        ["headSize"] = config.HeadSize,
        ["experts"] = config.Experts,
        ["expertsPerToken"] = config.ExpertsPerToken,
        ["expertWidth"] = config.ExpertIntermediateSize,
        ["eps"] = config.RmsNormEpsilon,
        ["theta"] = config.RopeTheta,
        ["positions"] = config.MaxPositions,
    };
}
