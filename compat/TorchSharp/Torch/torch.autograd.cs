using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Differentiation.</summary>
    public static partial class autograd
    {
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        /// <summary>Adds the gradients of the roots to the leaves they depend on, or to <paramref name="inputs"/> alone.</summary>
        public static unsafe void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            fixed (IntPtr* roots = Pointers(tensors), gradients = Pointers(grad_tensors), leaves = Pointers(inputs))
                Status.Check(NativeMethods.js_backward(roots, tensors.Count, gradients, leaves, inputs?.Count ?? 0, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0));
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        /// <summary>The gradients of the outputs' sum with respect to each input; null where an input is unused and that is allowed.</summary>
        public static unsafe IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var results = new IntPtr[inputs.Count];
            fixed (IntPtr* roots = Pointers(outputs), gradients = Pointers(grad_outputs), leaves = Pointers(inputs), found = results)
                Status.Check(NativeMethods.js_grad(roots, outputs.Count, gradients, leaves, inputs.Count, retain_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, found));
            GC.KeepAlive(outputs);
            GC.KeepAlive(grad_outputs);
            GC.KeepAlive(inputs);
            return Array.ConvertAll(results, static pointer => pointer == IntPtr.Zero ? null! : new Tensor(pointer));
        }

        /// <summary>Null, hence no pointer at all, for a list left out.</summary>
        private static IntPtr[]? Pointers(IList<Tensor>? tensors) => tensors?.Select(static tensor => tensor?.Pointer ?? IntPtr.Zero).ToArray();
    }
}
