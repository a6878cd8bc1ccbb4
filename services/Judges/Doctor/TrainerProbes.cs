using System.Text.RegularExpressions;

namespace Judges.Standalone.Doctor;

/// <summary>What the trainer needs.</summary>
internal static partial class TrainerProbes
{
    private const string NeededFor = "the demo and training";

    public static async Task<Finding> Compilers(CancellationToken cancellationToken)
    {
        var compiler = await ProgramRunner.FirstLine("g++", ["--version"], cancellationToken);
        var cmake = await ProgramRunner.FirstLine("cmake", ["--version"], cancellationToken);
        var make = await ProgramRunner.FirstLine("make", ["--version"], cancellationToken);
        return new Finding("g++, cmake, make", compiler is not null && cmake is not null && make is not null,
            string.Join(", ", compiler ?? "no g++", cmake ?? "no cmake", make ?? "no make"), "building the native shim",
            "apt-get install -y --no-install-recommends g++ cmake make", DemoNeedsIt: true);
    }

    public static Finding Libtorch(string? libtorch)
    {
        var (folder, version) = libtorch is { Length: > 0 }
            ? (Path.Combine(libtorch, "lib"), Version(Path.Combine(libtorch, "include", "torch", "version.h"))
                ?? Version(Path.Combine(libtorch, "include", "torch", "csrc", "api", "include", "torch", "version.h")))
            : ("/usr/lib", Version("/usr/include/torch/csrc/api/include/torch/version.h") ?? Version("/usr/include/torch/version.h"));
        var detail = version is null
            ? libtorch is { Length: > 0 } ? $"LIBTORCH={libtorch} holds no libtorch" : "not installed"
            : $"{version} in {folder}{(libtorch is { Length: > 0 } && Directory.EnumerateFiles(folder, "libtorch_cuda*").Any() ? ", with CUDA" : "")}";
        return new Finding("libtorch", version is not null, detail, NeededFor,
            "apt-get install -y --no-install-recommends libtorch-dev libgloo-dev libopenblas0-pthread, or LIBTORCH=/path/to/libtorch", DemoNeedsIt: true);
    }

    /// <summary>The shim is found above this program, where the build leaves it.</summary>
    public static Finding Shim(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var shim = Path.Combine(folder.FullName, "artifacts", "native", "libtorch_shim.so");
            if (File.Exists(shim))
                return new Finding("torch shim", Found: true, shim, NeededFor, "native/build.sh");
        }
        // `./judges demo` builds it itself, so a missing one stops nobody.
        return new Finding("torch shim", Found: false, "not built yet; `./judges demo` builds it", NeededFor, "native/build.sh");
    }

    public static async Task<Finding> Gpu(CancellationToken cancellationToken)
    {
        var gpu = await ProgramRunner.FirstLine("nvidia-smi", ["--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"], cancellationToken);
        return new Finding("GPU", gpu is not null, gpu ?? "nvidia-smi does not answer", "training beyond toy sizes; the demo runs on the CPU",
            "an NVIDIA driver, and LIBTORCH=/path/to/a/CUDA/libtorch");
    }

    private static string? Version(string header) => File.Exists(header)
        ? string.Join('.', VersionPart.Matches(File.ReadAllText(header)).Select(static part => part.Groups["number"].Value))
        : null;

    [GeneratedRegex(@"#define TORCH_VERSION_(MAJOR|MINOR) (?<number>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex VersionPart { get; }
}
