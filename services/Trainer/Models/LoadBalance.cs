using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// Balancing without an auxiliary loss (arXiv 2408.15664, as in DeepSeek-V3): after an optimizer step, b += rate · sign(mean load −
/// load), so that an expert which saw too little is chosen more often. b only selects; it never weighs.
/// </summary>
internal static class LoadBalance
{
    public static void Update(Tensor bias, Tensor load, double rate)
    {
        using var _ = no_grad();
        bias.add_((load.mean() - load).sign(), rate);
    }
}
