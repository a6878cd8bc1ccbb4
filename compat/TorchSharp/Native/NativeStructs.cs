using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>js_memory in shim.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeMemoryStats
{
    public long Allocated;
    public long AllocatedPeak;
    public long Reserved;
    public long ReservedPeak;
    public long Retries;
    public long Free;
    public long Total;
}

/// <summary>js_stream in shim.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeStream
{
    public long Id;
    public int DeviceType;
    public int DeviceIndex;
}

/// <summary>js_function in shim.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeFunction
{
    public IntPtr State;
    public delegate* unmanaged<IntPtr, IntPtr, IntPtr*, int, IntPtr*, int, int*, int> Forward;
    public delegate* unmanaged<IntPtr, IntPtr, IntPtr*, int, IntPtr*, int, int*, int> Backward;
    public delegate* unmanaged<IntPtr, void> Release;
    public int Inputs;
    public int Capacity;
}
