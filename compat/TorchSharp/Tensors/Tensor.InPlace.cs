using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <remarks>Whole tensors overwritten.</remarks>
    public partial class Tensor
    {
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Aten.copy_.Call(this, source, nonBlocking);
        public Tensor zero_() => Aten.zero_.Call(this);
        public Tensor fill_(Scalar value) => Aten.fill__Scalar.Call(this, value);
        public Tensor set_(Tensor source) => Aten.set__source_Tensor.Call(this, source);
        public Tensor uniform_(double from, double to, Generator? generator = null) => Aten.uniform_.Call(this, from, to, generator);
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Aten.normal_.Call(this, mean, std, generator);
        public Tensor random_(double from, double to, Generator? generator = null) => Aten.random__from.Call(this, (long)from, (long)to, generator);
        public Tensor exponential_(double lambda = 1, Generator? generator = null) => Aten.exponential_.Call(this, lambda, generator);
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Aten.bernoulli__float.Call(this, p, generator);
        public Tensor bernoulli(Generator? generator = null) => Aten.bernoulli.Call(this, generator);
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) => Aten.multinomial.Call(this, num_samples, replacement, generator);
    }
}
