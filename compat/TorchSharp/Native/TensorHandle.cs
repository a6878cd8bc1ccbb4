using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Owns one reference to a native tensor.</summary>
internal sealed class TensorHandle : SafeHandle
{
    internal TensorHandle(IntPtr handle) : base(IntPtr.Zero, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>The pointer, or zero once released.</summary>
    internal IntPtr Pointer => handle;

    /// <summary>Gives up the reference without releasing it.</summary>
    internal IntPtr Detach()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        var detached = handle;
        handle = IntPtr.Zero;
        SetHandleAsInvalid();
        return detached;
    }

    protected override bool ReleaseHandle()
    {
        var released = handle;
        handle = IntPtr.Zero;
        return NativeMethods.js_tensor_free(released) == 0;
    }
}
