namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <remarks>Moves to another device or dtype. The parameter objects stay, so fields and optimizers need no telling.</remarks>
        public abstract partial class Module
        {
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) => Move(device, dtype, non_blocking);
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => Move(new Device(deviceType, deviceIndex), null, non_blocking);
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => Move(null, dtype, non_blocking);

            private Module Move(Device? device, ScalarType? dtype, bool nonBlocking)
            {
                using var _ = no_grad();
                foreach (var tensor in parameters().Concat(buffers()))
                {
                    using var gradient = tensor.grad;
                    Replace(tensor, device, dtype, nonBlocking);
                    if (gradient is null) continue;
                    tensor.grad = null;
                    using var moved = gradient.to(dtype ?? gradient.dtype, device ?? gradient.device, non_blocking: nonBlocking);
                    tensor.grad = moved;
                }
                return this;
            }

            private static void Replace(Tensor tensor, Device? device, ScalarType? dtype, bool nonBlocking)
            {
                var type = dtype is { } wanted && tensor.is_floating_point() ? wanted : tensor.dtype;
                using var moved = tensor.detach();
                using var result = moved.to(type, device ?? tensor.device, non_blocking: nonBlocking);
                tensor.ReplaceData(result);
            }
        }
    }
}
