using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What the forward half of a function leaves for the backward half.</summary>
        public class AutogradContext : IDisposable
        {
            private const int MostSaved = 256;
            private readonly Dictionary<string, object> data = new(StringComparer.Ordinal);
            private bool materialize = true;
            private IntPtr native;

            internal AutogradContext(string function) => Function = function;

            internal string Function { get; }

            /// <summary>Whether backward gets zeros in place of gradients that are not there. Default true.</summary>
            public bool MaterializeGrads => materialize;

            public void save_data(string key, object value) => data[key] = value;

            public object get_data(string key) => data[key];

            /// <summary>Tensors for backward, kept until it has run; a change to one of them in between is an error.</summary>
            public unsafe void save_for_backward(List<Tensor> tensors)
            {
                fixed (IntPtr* pointers = Pointers(tensors)) Status.Check(NativeMethods.js_function_save(Native, pointers, tensors.Count));
                GC.KeepAlive(tensors);
            }

            public unsafe List<Tensor> get_saved_variables()
            {
                var saved = stackalloc IntPtr[MostSaved];
                Status.Check(NativeMethods.js_function_saved(Native, saved, MostSaved, out var count));
                var tensors = new List<Tensor>(count);
                for (var i = 0; i < count; i++) tensors.Add(saved[i] == IntPtr.Zero ? null! : new Tensor(saved[i]));
                return tensors;
            }

            public void mark_dirty(List<Tensor> tensors) => Mark(tensors, dirty: true);

            public void mark_non_differentiable(List<Tensor> tensors) => Mark(tensors, dirty: false);

            public void set_materialize_grads(bool value)
            {
                Status.Check(NativeMethods.js_function_materialize(Native, value ? 1 : 0));
                materialize = value;
            }

            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing) => data.Clear();

            /// <summary>The native context is there while one of the halves runs, and only then.</summary>
            internal IDisposable Enter(IntPtr context)
            {
                native = context;
                return new Visit(this);
            }

            private IntPtr Native => native != IntPtr.Zero ? native
                : throw new InvalidOperationException("An autograd context is there for the forward and the backward half of its function alone.");

            private unsafe void Mark(List<Tensor> tensors, bool dirty)
            {
                fixed (IntPtr* pointers = Pointers(tensors)) Status.Check(NativeMethods.js_function_mark(Native, pointers, tensors.Count, dirty ? 1 : 0));
                GC.KeepAlive(tensors);
            }

            private sealed class Visit(AutogradContext visited) : IDisposable
            {
                public void Dispose() => visited.native = IntPtr.Zero;
            }
        }
    }
}
