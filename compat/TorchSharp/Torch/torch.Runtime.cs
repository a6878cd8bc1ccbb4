using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of libtorch that the shim was built against.</summary>
    public static string __version__
    {
        get
        {
            Status.Check(NativeMethods.js_version(out var version));
            return Marshal.PtrToStringUTF8(version)!;
        }
    }

    public static int get_num_threads()
    {
        Status.Check(NativeMethods.js_num_threads(out var count));
        return count;
    }

    public static void set_num_threads(int num) => Status.Check(NativeMethods.js_set_num_threads(num));

    public static int get_num_interop_threads()
    {
        Status.Check(NativeMethods.js_num_interop_threads(out var count));
        return count;
    }

    public static void set_num_interop_threads(int num) => Status.Check(NativeMethods.js_set_num_interop_threads(num));

    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>Devices of CUDA.</summary>
    public static class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count()
        {
            Status.Check(NativeMethods.js_device_count((int)DeviceType.CUDA, out var count));
            return count;
        }

        public static void manual_seed(long seed)
        {
            if (!is_available()) return;
            using var generator = new Generator(CUDA);
            generator.manual_seed(seed);
        }

        public static void manual_seed_all(long seed)
        {
            for (var i = 0; i < device_count(); i++)
            {
                using var generator = new Generator(new Device(DeviceType.CUDA, i));
                generator.manual_seed(seed);
            }
        }

        /// <summary>Waits until the device has done what was asked of it.</summary>
        public static void synchronize(Device? device = null) =>
            Status.Check(NativeMethods.js_device_synchronize((int)DeviceType.CUDA, device?.index ?? -1));
    }

    /// <summary>Switches of the backends.</summary>
    public static class backends
    {
        public static class cuda
        {
            public static class matmul
            {
                public static bool allow_tf32
                {
                    get
                    {
                        Status.Check(NativeMethods.js_allow_tf32(out var allowed));
                        return allowed != 0;
                    }
                    set => Status.Check(NativeMethods.js_set_allow_tf32(value ? 1 : 0));
                }
            }
        }
    }
}
