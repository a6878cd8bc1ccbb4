using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>What a device's memory holds, in bytes.</summary>
/// <param name="Allocated">in tensors</param>
/// <param name="PeakAllocated">the most there was since <see cref="ResetPeak"/></param>
/// <param name="Reserved">taken from the device, for tensors now or later</param>
/// <param name="PeakReserved">the most there was since <see cref="ResetPeak"/></param>
/// <param name="Retries">how often the cache had to be given back because an allocation found no room</param>
/// <param name="Free">what the device has left for anyone</param>
/// <param name="Total">all the device has</param>
public readonly record struct DeviceMemory(long Allocated, long PeakAllocated, long Reserved, long PeakReserved, long Retries, long Free, long Total)
{
    public static DeviceMemory Of(Device device)
    {
        Status.Check(NativeMethods.js_memory_stats((int)device.type, device.index, out var memory));
        return new(memory.Allocated, memory.AllocatedPeak, memory.Reserved, memory.ReservedPeak, memory.Retries, memory.Free, memory.Total);
    }

    public static void ResetPeak(Device device) => Status.Check(NativeMethods.js_memory_reset_peak((int)device.type, device.index));

    /// <summary>Gives what is reserved and holds no tensor back to the device.</summary>
    public static void EmptyCache(Device device) => Status.Check(NativeMethods.js_memory_empty_cache((int)device.type));
}
