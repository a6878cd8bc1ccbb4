using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Owns a native process group.</summary>
internal sealed class GroupHandle : SafeHandle
{
    internal GroupHandle(IntPtr handle) : base(IntPtr.Zero, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle() => NativeMethods.js_group_leave(handle) == 0;
}
