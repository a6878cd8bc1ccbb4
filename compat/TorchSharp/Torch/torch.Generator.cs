using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a seed and a state of its own.</summary>
    public class Generator : IDisposable
    {
        private IntPtr handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            if (this.device.type != DeviceType.CPU) throw new NotSupportedException("Only generators of the CPU are made; those of CUDA are seeded with torch.cuda.manual_seed.");
            Status.Check(NativeMethods.js_generator_new(seed, out handle));
        }

        internal Generator(Device device)
        {
            this.device = device;
            Status.Check(NativeMethods.js_generator_default((int)device.type, device.index, out handle));
        }

        /// <summary>The generator that operators use when none is given.</summary>
        public static Generator Default => new(CPU);

        public Device device { get; }

        public IntPtr Handle => Pointer;

        internal IntPtr Pointer => handle != IntPtr.Zero ? handle : throw new ObjectDisposedException(nameof(Generator));

        public Tensor get_state()
        {
            Status.Check(NativeMethods.js_generator_state(Pointer, out var state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            Status.Check(NativeMethods.js_generator_set_state(Pointer, value.Pointer));
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        public Generator manual_seed(long seed)
        {
            Status.Check(NativeMethods.js_generator_set_seed(Pointer, (ulong)seed));
            GC.KeepAlive(this);
            return this;
        }

        public long initial_seed()
        {
            Status.Check(NativeMethods.js_generator_initial_seed(Pointer, out var seed));
            GC.KeepAlive(this);
            return (long)seed;
        }

        public long seed()
        {
            Status.Check(NativeMethods.js_generator_reseed(Pointer, out var seed));
            GC.KeepAlive(this);
            return (long)seed;
        }

        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var released = Interlocked.Exchange(ref handle, IntPtr.Zero);
            if (released != IntPtr.Zero) Status.Check(NativeMethods.js_generator_free(released));
        }

        ~Generator() => Dispose(disposing: false);
    }
}
