using System.Runtime.InteropServices;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    /// <remarks>Elements read into .NET and written from it.</remarks>
    public partial class Tensor
    {
        /// <summary>The single element, whose dtype must be <typeparamref name="T"/>'s.</summary>
        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1) throw new ArgumentException($"item() takes a tensor with one element, this one has {NumberOfElements}.");
            ElementTypes.Require<T>(dtype);
            if (is_cpu()) return Elements<T>()[0];
            using var host = cpu();
            return host.item<T>();
        }

        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireHost();
            ElementTypes.Require<T>(dtype);
            return new TensorAccessor<T>(this);
        }

        /// <summary>The memory of a contiguous tensor on the host; it may be written to.</summary>
        public Span<byte> bytes
        {
            get
            {
                RequireHost();
                if (!is_contiguous()) throw new InvalidOperationException("The bytes of a tensor are in reach only when it is contiguous: call contiguous() first.");
                return Memory();
            }
            set
            {
                if (value.Length != bytes.Length) throw new ArgumentException($"The tensor has {bytes.Length} bytes, the span {value.Length}.");
                value.CopyTo(bytes);
            }
        }

        /// <summary>The element as a scalar of its own kind.</summary>
        public Scalar ToScalar()
        {
            if (NumberOfElements != 1) throw new ArgumentException($"Only a tensor with one element is a number, this one has {NumberOfElements}.");
            return Aten._local_scalar_dense.CallScalar(this);
        }

        internal Span<T> Elements<T>() where T : unmanaged => MemoryMarshal.Cast<byte, T>(Memory());

        private unsafe Span<byte> Memory()
        {
            var info = Describe();
            return new Span<byte>(info.Data, checked((int)(info.Numel * info.ElementSize)));
        }

        private void RequireHost()
        {
            if (!is_cpu()) throw new InvalidOperationException($"Elements are read on the CPU, this tensor is on {device}: call cpu() first.");
        }
    }
}
