using TorchSharp.Extensions;

namespace TorchSharp.Native;

/// <summary>The operators that are called by name, each looked up once.</summary>
internal static partial class Aten
{
    internal static readonly Operator _embedding_bag_forward_only = new("_embedding_bag_forward_only");
    internal static readonly Operator binary_cross_entropy_with_logits = new("binary_cross_entropy_with_logits");
    internal static readonly Operator cross_entropy_loss = new("cross_entropy_loss");
    internal static readonly Operator dropout = new("dropout");
    internal static readonly Operator dropout_ = new("dropout_");
    internal static readonly Operator embedding = new("embedding");
    internal static readonly Operator huber_loss = new("huber_loss");
    internal static readonly Operator kl_div = new("kl_div");
    internal static readonly Operator layer_norm = new("layer_norm");
    internal static readonly Operator linear = new("linear");
    internal static readonly Operator mse_loss = new("mse_loss");
    internal static readonly Operator nll_loss = new("nll_loss");
    internal static readonly Operator one_hot = new("one_hot");
    internal static readonly Operator silu_backward = new("silu_backward");
    internal static readonly Operator smooth_l1_loss = new("smooth_l1_loss");
    internal static readonly Operator set_data = new("set_data");
}
