using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A leaf tensor that a module registers and an optimizer changes.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>Takes <paramref name="data"/> over: that object is empty from then on.</summary>
    public Parameter(Tensor data, bool requires_grad = true) : base(Leaf(data)) => this.requires_grad = requires_grad;

    internal Parameter(IntPtr owned) : base(owned) { }

    /// <summary>The tensor itself where it is a leaf; else a detached one that shares its memory.</summary>
    private static Tensor Leaf(Tensor data)
    {
        if (data.is_leaf) return data;
        var detached = data.detach();
        data.Dispose();
        return detached;
    }
}
