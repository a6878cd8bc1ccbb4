using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>Turns the status of a native call into an exception.</summary>
internal static class Status
{
    private const int Ok = 0;
    private const int OutOfMemory = 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int status, [CallerMemberName] string operation = "")
    {
        if (status != Ok) Throw(status, operation);
    }

    [DoesNotReturn]
    internal static void Throw(int status, string operation)
    {
        var message = $"{operation}: {Marshal.PtrToStringUTF8(NativeMethods.js_last_error())}";
        throw status == OutOfMemory ? new TorchOutOfMemoryException(message) : new TorchException(message);
    }
}
