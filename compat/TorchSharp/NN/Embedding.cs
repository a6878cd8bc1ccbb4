using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>A row of the weight for each index.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private readonly long padding;

        internal Embedding(Parameter weight, long padding) : base(nameof(Embedding))
        {
            this.padding = padding;
            this.weight = weight;
        }

        public Parameter weight
        {
            get;
            set => register_parameter(nameof(weight), field = value);
        }

        public override Tensor forward(Tensor input) => Native.Aten.embedding.Call(weight, input, padding);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                if (max_norm is not null || scale_grad_by_freq || sparse) throw new NotSupportedException($"An embedding here has no {nameof(max_norm)} (of norm {norm_type}), {nameof(scale_grad_by_freq)} or {nameof(sparse)} gradient.");
                var weight = new Modules.Parameter(randn(num_embeddings, embedding_dims, dtype, device));
                using (no_grad())
                    if (padding_idx is { } row) weight[row].zero_();
                return new(weight, padding_idx ?? -1);
            }
        }
    }
}
