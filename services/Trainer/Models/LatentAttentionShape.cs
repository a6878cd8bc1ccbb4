namespace Judges.Training.Models;

/// <summary>The sizes of multi-head latent attention (arXiv 2405.04434 §2.1).</summary>
/// <param name="QueryRank">width that queries are compressed to; 0 where they are not</param>
/// <param name="KeyValueRank">width that keys and values are compressed to, and cached in</param>
/// <param name="RotarySize">how much of a head carries the position; all heads share that part of the key</param>
/// <param name="ValueSize">width of a head's values</param>
/// <param name="Interleaved">whether a rotation turns neighbours (2i, 2i+1) instead of the two halves</param>
public sealed record LatentAttentionShape(int QueryRank, int KeyValueRank, int RotarySize, int ValueSize, bool Interleaved = true);
