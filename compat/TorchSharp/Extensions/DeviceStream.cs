using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>A queue of a device: what is asked of one is done in order, what is asked of two is not.</summary>
public sealed class DeviceStream
{
    private readonly NativeStream native;

    private DeviceStream(NativeStream native) => this.native = native;

    /// <summary>One of the streams that the device keeps for such uses.</summary>
    public static DeviceStream Of(Device device)
    {
        Status.Check(NativeMethods.js_stream_new((int)device.type, device.index, out var stream));
        return new(stream);
    }

    /// <summary>The stream that this thread's operators go to.</summary>
    public static DeviceStream Current(Device device)
    {
        Status.Check(NativeMethods.js_stream_current((int)device.type, device.index, out var stream));
        return new(stream);
    }

    /// <summary>Sends this thread's operators here until disposed.</summary>
    public IDisposable Use()
    {
        Status.Check(NativeMethods.js_stream_exchange(in native, out var previous));
        return new Previous(previous);
    }

    /// <summary>What is asked of this stream from now on waits for what the other has been asked so far.</summary>
    public void WaitFor(DeviceStream other) => Status.Check(NativeMethods.js_stream_wait(in native, in other.native));

    /// <summary>Waits until all that was asked is done.</summary>
    public void Synchronize() => Status.Check(NativeMethods.js_stream_synchronize(in native));

    private sealed class Previous(NativeStream stream) : IDisposable
    {
        public void Dispose() => Status.Check(NativeMethods.js_stream_exchange(in stream, out _));
    }
}
