using System.Runtime.CompilerServices;
using TorchSharp.Extensions;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <remarks>Indexers: numbers and slices give views, tensors give copies, and all of them can be assigned to.</remarks>
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[long i1] { get => select(0, i1); set => Assign(value, [i1]); }
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2] { get => Pick([i1, i2]); set => Assign(value, [i1, i2]); }
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3] { get => Pick([i1, i2, i3]); set => Assign(value, [i1, i2, i3]); }
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4] { get => Pick([i1, i2, i3, i4]); set => Assign(value, [i1, i2, i3, i4]); }
        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices] { get => Pick(ToIndices(indices)); set => Assign(value, ToIndices(indices)); }
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices] { get => index(indices); set => index_put_(value, indices).Dispose(); }
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices] { get => index(indices); set => index_put_(value, indices).Dispose(); }

        public Tensor index(params TensorIndex[] indices) => Pick(indices);
        public Tensor index(params Tensor[] indices) => Aten.index_Tensor.Call(this, Argument.Optionals(indices));
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => Put(value, indices, accumulate: false);
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false) => Put(value, indices, accumulate);
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, accumulate: false);
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Aten.index_put_.Call(this, Argument.Optionals(indices), value, accumulate);

        private static TensorIndex[] ToIndices(long[] indices) => Array.ConvertAll(indices, static i => (TensorIndex)i);

        private Tensor Pick(TensorIndex[] indices)
        {
            var (view, tensors) = View(indices);
            if (tensors.Count == 0) return view;
            var picked = Aten.index_Tensor.Call(view, Argument.Optionals([.. tensors]));
            view.Dispose();
            return picked;
        }

        private void Assign(Tensor value, TensorIndex[] indices) => Put(value, indices, accumulate: false).Dispose();

        private Tensor Put(Tensor value, TensorIndex[] indices, bool accumulate)
        {
            var (view, tensors) = View(indices);
            using (view)
            {
                if (tensors.Count > 0) Aten.index_put_.Run(view, Argument.Optionals([.. tensors]), value, accumulate);
                else if (accumulate) Aten.add__Tensor.Run(view, value);
                else Aten.copy_.Run(view, value);
            }
            return alias();
        }

        /// <summary>Everything but the tensors, as a view, and the tensors in the order of the dimensions they index.</summary>
        private (Tensor View, List<Tensor?> Tensors) View(ReadOnlySpan<TensorIndex> indices)
        {
            var view = alias();
            var tensors = new List<Tensor?>();
            var (dim, covered) = (0L, 0L);
            for (var i = 0; i < indices.Length; i++)
            {
                var index = indices[i];
                if (index.kind == TensorIndex.Kind.Ellipsis) dim = view.ndim - Width(indices[(i + 1)..]);
                if (index.tensor is { } tensor)
                {
                    for (; covered < dim; covered++) tensors.Add(null);
                    tensors.Add(tensor);
                    covered = dim += Width([index]);
                }
                if (Apply(view, index, dim) is { } next)
                {
                    view.Dispose();
                    view = next;
                }
                if (index.kind is TensorIndex.Kind.Slice or TensorIndex.Kind.None) dim++;
            }
            return (view, tensors);
        }

        /// <summary>The view with one more index applied; null where it changes nothing.</summary>
        private static Tensor? Apply(Tensor view, TensorIndex index, long dim) => index.kind switch
        {
            TensorIndex.Kind.Single => view.select(dim, index.start!.Value),
            TensorIndex.Kind.None => view.unsqueeze(dim),
            TensorIndex.Kind.Slice when index is not { start: null, stop: null, step: null } =>
                Aten.slice_Tensor.Call(view, dim, index.start, index.stop, index.step ?? 1),
            _ => null,
        };

        /// <summary>The dimensions that indices take up; a mask takes as many as it has.</summary>
        private static long Width(ReadOnlySpan<TensorIndex> indices)
        {
            var width = 0L;
            foreach (var index in indices)
                width += index.kind switch
                {
                    TensorIndex.Kind.None or TensorIndex.Kind.Ellipsis => 0,
                    TensorIndex.Kind.Tensor when index.tensor!.dtype == ScalarType.Bool => index.tensor.ndim,
                    _ => 1,
                };
            return width;
        }
    }
}
