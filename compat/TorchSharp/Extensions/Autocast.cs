using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>
/// Until disposed, on the same thread: operators that bear a narrower type run in it, those that do not in fp32. Weights stay as they
/// are; their narrow copies live until the outermost mode ends.
/// </summary>
public sealed class Autocast : IDisposable
{
    private readonly int device;
    private readonly int enabled;
    private readonly int type;
    private bool left;

    /// <param name="device">the kind of device whose operators are meant</param>
    /// <param name="type">bf16 or, on CUDA, fp16</param>
    public Autocast(DeviceType device, ScalarType type = ScalarType.BFloat16)
    {
        if (type is not (ScalarType.BFloat16 or ScalarType.Float16)) throw new ArgumentException($"Autocast narrows to bf16 or fp16, not {type}.", nameof(type));
        this.device = (int)device;
        Status.Check(NativeMethods.js_autocast(this.device, out enabled, out this.type));
        Status.Check(NativeMethods.js_set_autocast(this.device, 1, (int)type));
        Status.Check(NativeMethods.js_autocast_nest(1));
    }

    /// <summary>Whether this thread narrows for a kind of device now.</summary>
    public static bool IsEnabled(DeviceType device)
    {
        Status.Check(NativeMethods.js_autocast((int)device, out var on, out _));
        return on != 0;
    }

    public void Dispose()
    {
        if (left) return;
        left = true;
        Status.Check(NativeMethods.js_autocast_nest(0));
        Status.Check(NativeMethods.js_set_autocast(device, enabled, type));
    }
}
