using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A native tensor, owned by this object until it is disposed or its <see cref="DisposeScope"/> ends.</summary>
    public partial class Tensor : IDisposable
    {
        private readonly TensorHandle handle;

        internal Tensor(IntPtr owned)
        {
            handle = new TensorHandle(owned);
            DisposeScopeManager.Register(this);
        }

        /// <summary>Takes over the native tensor of another, which is empty from then on.</summary>
        private protected Tensor(Tensor moved) : this(moved.DecoupleFromNativeHandle()) { }

        /// <summary>Where its scope keeps it.</summary>
        internal int ScopeSlot;

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>The native tensor, which lives as long as this object is reachable and not disposed.</summary>
        internal IntPtr Pointer => handle.Pointer is var pointer && pointer != IntPtr.Zero ? pointer
            : throw new ObjectDisposedException(nameof(Tensor), "The tensor was disposed, by hand or with its scope, or became a parameter.");

        public IntPtr Handle => Pointer;
        public bool IsInvalid => handle.IsInvalid;

        /// <summary>Gives the native tensor away: the caller releases it.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            OwningDisposeScope?.MarkAsDisposed(this);
            return handle.Detach();
        }

        public void Dispose()
        {
            OwningDisposeScope?.MarkAsDisposed(this);
            handle.Dispose();
            GC.SuppressFinalize(this);
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope other)
        {
            if (OwningDisposeScope is null) other.Attach(this);
            else OwningDisposeScope.MoveToOther(other, this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Native tensors held by all threads: a number that must not grow from step to step.</summary>
        public static long TotalCount
        {
            get
            {
                Status.Check(NativeMethods.js_tensor_live_handles(out var count));
                return count;
            }
        }
    }
}
