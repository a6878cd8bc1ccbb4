using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Takes gradients away before the next step adds to them.</summary>
internal static class GradientEraser
{
    internal static void Erase(Tensor parameter, bool toNone)
    {
        using var gradient = parameter.grad;
        if (gradient is null) return;
        if (toNone) parameter.grad = null;
        else
            using (no_grad())
                gradient.zero_().Dispose();
    }
}
