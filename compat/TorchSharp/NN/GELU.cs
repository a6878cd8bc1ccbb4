using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The Gaussian error linear unit.</summary>
public sealed class GELU : nn.Module<Tensor, Tensor>
{
    public enum Approximate
    {
        none = 0,
        tanh = 1,
    }

    internal GELU(Approximate approximate) : base(nameof(GELU)) => this.approximate = approximate;

    public Approximate approximate { get; }

    public override Tensor forward(Tensor tensor) => tensor.gelu(approximate);
}
