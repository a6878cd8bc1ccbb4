using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// Rotary position embedding in fp32 (RoFormer, arXiv 2104.09864), in the half-split layout of Hugging Face:
/// (a, b) → (a·cos − b·sin, a·sin + b·cos), a and b the two halves of a head. A score depends on the difference of two positions
/// only; a row's padding on the left therefore shifts its positions without changing what it computes.
/// </summary>
internal sealed record Rotation(Tensor Cosine, Tensor Sine)
{
    public Rotation In(ScalarType type) => type == Cosine.dtype ? this : new(Cosine.to(type), Sine.to(type));

    // [B, T, heads, headSize] → the same, rotated
    public Tensor Apply(Tensor heads)
    {
        var halves = heads.chunk(2, -1);
        return Turn(halves[0], halves[1]);
    }

    // The same where a and b are neighbours; they leave as halves, which a score, summing over both, does not notice.
    public Tensor ApplyInterleaved(Tensor heads)
    {
        var pairs = heads.unflatten(-1, -1, 2).unbind(-1);
        return Turn(pairs[0], pairs[1]);
    }

    private Tensor Turn(Tensor a, Tensor b) => cat([a * Cosine - b * Sine, a * Sine + b * Cosine], -1);
}
