using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <remarks>Gradients.</remarks>
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Describe().Flags.HasFlag(TensorFlags.RequiresGrad);
            set
            {
                Status.Check(NativeMethods.js_tensor_set_requires_grad(Pointer, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        public Tensor? grad
        {
            get
            {
                Status.Check(NativeMethods.js_tensor_grad(Pointer, out var grad));
                GC.KeepAlive(this);
                return grad == IntPtr.Zero ? null : new Tensor(grad);
            }
            set
            {
                Status.Check(NativeMethods.js_tensor_set_grad(Pointer, value?.Pointer ?? IntPtr.Zero));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad()
        {
            Status.Check(NativeMethods.js_tensor_retain_grad(Pointer));
            GC.KeepAlive(this);
        }

        public void backward() => autograd.backward([this]);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Puts the memory, dtype and device of another tensor in place of this one's, as module moves do.</summary>
        internal void ReplaceData(Tensor other) => Aten.set_data.Run(this, other);

        internal Tensor requires_grad_if(bool wanted) => wanted ? requires_grad_() : this;
    }
}
