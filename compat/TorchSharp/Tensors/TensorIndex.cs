namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index of an indexer: a number, a slice, a tensor, a new axis or the rest.</summary>
    public readonly struct TensorIndex
    {
        internal enum Kind { Slice, Single, None, Ellipsis, Tensor }

        internal readonly Kind kind;
        internal readonly long? start;
        internal readonly long? stop;
        internal readonly long? step;
        internal readonly Tensor? tensor;

        private TensorIndex(Kind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            this.kind = kind;
            this.start = start;
            this.stop = stop;
            this.step = step;
            this.tensor = tensor;
        }

        public static readonly TensorIndex Ellipsis = new(Kind.Ellipsis);
        public static readonly TensorIndex None = new(Kind.None);
        public static readonly TensorIndex Colon = new(Kind.Slice);

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(Kind.Slice, start, stop, step);
        public static TensorIndex Slice((int? start, int? stop) range) => new(Kind.Slice, range.start, range.stop);
        public static TensorIndex Slice(Range range) => new(Kind.Slice, Bound(range.Start, true), Bound(range.End, false));
        public static TensorIndex Single(long? index) => new(Kind.Single, index);
        public static TensorIndex Tensor(Tensor tensor) => new(Kind.Tensor, tensor: tensor);

        public static implicit operator TensorIndex(long value) => Single(value);
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);
        public static implicit operator TensorIndex(Range range) => Slice(range);
        public static implicit operator TensorIndex((int? start, int? stop) range) => Slice(range);

        private static long? Bound(Index index, bool isStart) =>
            !index.IsFromEnd ? index.Value : index.Value == 0 && !isStart ? null : -index.Value;
    }
}
