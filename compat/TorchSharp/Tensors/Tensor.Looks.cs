using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <remarks>Shape, dtype, device and the like.</remarks>
    public partial class Tensor
    {
        public long[] shape
        {
            get
            {
                var shape = Describe().Shape.ToArray();
                GC.KeepAlive(this);
                return shape;
            }
        }

        public long Dimensions => Describe().Dim;
        public long ndim => Describe().Dim;
        public long NumberOfElements => Describe().Numel;
        public long ElementSize => Describe().ElementSize;
        public ScalarType dtype => (ScalarType)Describe().DType;
        public DeviceType device_type => (DeviceType)Describe().DeviceType;
        public int device_index => Describe().DeviceIndex;
        public bool is_cuda => device_type == DeviceType.CUDA;
        public bool is_meta => device_type == DeviceType.META;
        public bool is_leaf => Describe().Flags.HasFlag(TensorFlags.IsLeaf);

        public Device device
        {
            get
            {
                var info = Describe();
                return info.DeviceType == 0 ? CPU : new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        public long dim() => Dimensions;
        public long numel() => NumberOfElements;
        public long element_size() => ElementSize;
        public long storage_offset() => Describe().StorageOffset;
        public long[] size() => shape;
        public bool is_contiguous() => Describe().Flags.HasFlag(TensorFlags.IsContiguous);
        public bool is_cpu() => device_type == DeviceType.CPU;
        public bool is_floating_point() => torch.is_floating_point(dtype);
        public bool is_integral() => torch.is_integral(dtype);

        public long size(int dim)
        {
            var info = Describe();
            var size = info.Shape[Wrap(dim, info.Dim)];
            GC.KeepAlive(this);
            return size;
        }

        public unsafe long[] stride()
        {
            var info = Describe();
            var strides = new ReadOnlySpan<long>(info.Strides, info.Strides is null ? 0 : info.Dim).ToArray();
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim) => stride()[Wrap(dim, (int)ndim)];

        internal unsafe TensorInfo Describe()
        {
            TensorInfo info;
            Status.Check(NativeMethods.js_tensor_describe(Pointer, &info));
            GC.KeepAlive(this);
            return info;
        }

        private static int Wrap(int dim, int count) => dim < 0 ? dim + count : dim;

        public override int GetHashCode() => base.GetHashCode();
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);
        public bool Equals(Tensor target) => ReferenceEquals(this, target) || (target is not null && Aten.equal.CallScalar(this, target).ToBoolean());
    }
}
