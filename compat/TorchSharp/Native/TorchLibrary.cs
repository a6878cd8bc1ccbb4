using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Finds and loads the native shim, on the first call that needs it.</summary>
internal static class TorchLibrary
{
    internal const string Name = "torch_shim";
    private const string FileName = "libtorch_shim.so";

    internal static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == Name ? Load([.. Candidates()]) : IntPtr.Zero;

    internal static IntPtr Load(IReadOnlyList<string> candidates)
    {
        foreach (var path in candidates.Where(File.Exists))
        {
            try
            {
                return NativeLibrary.Load(path);
            }
            catch (DllNotFoundException error)
            {
                throw Unavailable($"{path} does not load: {error.Message}", error);
            }
        }
        throw Unavailable($"no {FileName} at any of: {string.Join(", ", candidates)}", null);
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("JUDGES_TORCH_SHIM") is { Length: > 0 } configured)
        {
            yield return configured;
            yield break;
        }
        yield return Path.Combine(AppContext.BaseDirectory, FileName);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "native", "torch_shim")))
                yield return Path.Combine(folder.FullName, "artifacts", "native", FileName);
    }

    private static DllNotFoundException Unavailable(string reason, Exception? inner) => new(
        $"""
        The torch shim is not available: {reason}.
        Build it with native/build.sh (it needs the packages g++, cmake, make, libtorch-dev, libgloo-dev and libopenblas0-pthread, or LIBTORCH set to another libtorch),
        or point JUDGES_TORCH_SHIM at one; ./judges doctor tells what is missing.
        """,
        inner);
}
