using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>What a <see cref="NativeValue"/> holds; the numbers are those of js_tag in shim.h.</summary>
internal enum Tag
{
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    String = 5,
    Device = 6,
    Generator = 7,
    IntList = 8,
    DoubleList = 9,
    BoolList = 10,
    TensorList = 11,
    OptionalTensorList = 12,
    ScalarList = 13,
}

/// <summary>One argument or result as the shim sees it: js_value in shim.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    public Tag Tag;
    public int Count;
    public long Bits;

    public readonly double Number => BitConverter.Int64BitsToDouble(Bits);
    public readonly IntPtr Pointer => checked((IntPtr)Bits);
}

/// <summary>How a tensor looks: js_tensor_info in shim.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    public long* Sizes;
    public long* Strides;
    public void* Data;
    public long Numel;
    public long StorageOffset;
    public int Dim;
    public int DType;
    public int DeviceType;
    public int DeviceIndex;
    public int ElementSize;
    public TensorFlags Flags;

    public readonly ReadOnlySpan<long> Shape => new(Sizes, Dim);
}

[Flags]
internal enum TensorFlags
{
    None = 0,
    RequiresGrad = 1,
    IsLeaf = 2,
    IsContiguous = 4,
}
