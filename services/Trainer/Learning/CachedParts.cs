using static TorchSharp.torch;

namespace Judges.Training.Learning;

/// <summary>
/// Cuts lists of tensors into parts that stay in a processor's cache: an update goes through a parameter, its gradient and its moments nine
/// times, and through memory only once where it is done part by part. What is computed is the same. A GPU has one kernel and one part.
/// </summary>
internal static class CachedParts
{
    private const long MostElements = 1 << 15;

    // per parameter the tensors that go with it, all of one shape → parts[kind][i]
    public static IEnumerable<Tensor[][]> Of(IEnumerable<Tensor[]> parameters)
    {
        var part = new List<Tensor[]>();
        long filled = 0;
        foreach (var piece in parameters.SelectMany(Pieces))
        {
            part.Add(piece);
            filled += piece[0].numel();
            if (filled < MostElements || piece[0].is_cuda)
                continue;

            yield return Turned(part);
            part.Clear();
            filled = 0;
        }

        if (part.Count > 0)
            yield return Turned(part);
    }

    private static IEnumerable<Tensor[]> Pieces(Tensor[] tensors)
    {
        var count = tensors[0].numel();
        if (count <= MostElements || tensors[0].is_cuda || !Array.TrueForAll(tensors, static tensor => tensor.is_contiguous()))
        {
            yield return tensors;
            yield break;
        }

        for (long start = 0; start < count; start += MostElements)
            yield return Array.ConvertAll(tensors, tensor => tensor.view(-1).narrow(0, start, Math.Min(MostElements, count - start)));
    }

    private static Tensor[][] Turned(List<Tensor[]> part) => [.. Enumerable.Range(0, part[0].Length).Select(kind => part.Select(tensors => tensors[kind]).ToArray())];
}
