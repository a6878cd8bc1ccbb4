using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>
/// Processes that learn as one, each with a copy of the model and a part of the data (c10d). All of them make the same calls in the same
/// order; a call returns once all have made it, or throws when one of them stays away.
/// </summary>
public sealed class ProcessGroup : IDisposable
{
    /// <summary>Gradients travel together, so many elements at a time.</summary>
    private const long BucketElements = 1L << 24;

    private readonly GroupHandle handle;

    private ProcessGroup(GroupHandle handle, int rank, int size) => (this.handle, Rank, Size) = (handle, rank, size);

    /// <summary>The number of this process, from 0.</summary>
    public int Rank { get; }

    /// <summary>How many processes there are.</summary>
    public int Size { get; }

    /// <summary>Joins a group, and waits until all are there.</summary>
    /// <param name="backend">gloo for tensors on the CPU, nccl for those on CUDA</param>
    /// <param name="meeting">tcp://host:port, the port one of process 0's, or file:///path that all processes see and that did not exist before</param>
    /// <param name="address">the name or address by which the others reach this process; null for that of its host name</param>
    public static ProcessGroup Join(string backend, Uri meeting, int rank, int size, TimeSpan timeout, string? address = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, size);
        if (meeting.Scheme is not ("tcp" or "file") || (meeting.Scheme == "tcp" && meeting.Port <= 0))
            throw new ArgumentException($"Processes meet at tcp://host:port or file:///path, not '{meeting}'.", nameof(meeting));
        var (place, port) = meeting.IsFile ? (meeting.LocalPath, 0) : (meeting.Host, meeting.Port);
        Status.Check(NativeMethods.js_group_join(backend, place, port, address ?? "", rank, size, (long)timeout.TotalMilliseconds, out var group), $"join {backend} as {rank} of {size}");
        return new(new GroupHandle(group), rank, size);
    }

    /// <summary>The sum of all processes' tensors, in each of them.</summary>
    public void Sum(Tensor tensor)
    {
        Status.Check(NativeMethods.js_group_sum(handle, tensor.Pointer), Call(nameof(Sum), tensor));
        GC.KeepAlive(tensor);
    }

    /// <summary>The tensor of one process, in each of them.</summary>
    public void Broadcast(Tensor tensor, int root = 0)
    {
        Status.Check(NativeMethods.js_group_broadcast(handle, tensor.Pointer, root), Call(nameof(Broadcast), tensor));
        GC.KeepAlive(tensor);
    }

    /// <summary>Returns once every process has come here.</summary>
    public void Barrier() => Status.Check(NativeMethods.js_group_barrier(handle));

    /// <summary>Gives each tensor the mean of all processes' values, with few messages however many tensors there are.</summary>
    public void Average(IEnumerable<Tensor> tensors)
    {
        using var mode = no_grad();
        foreach (var bucket in Buckets(tensors))
        {
            using var scope = NewDisposeScope();
            var all = cat([.. bucket.Select(static tensor => tensor.reshape(-1))]);
            Sum(all);
            all.div_(Size);
            var start = 0L;
            foreach (var tensor in bucket)
            {
                tensor.copy_(all.narrow(0, start, tensor.NumberOfElements).view(tensor.shape));
                start += tensor.NumberOfElements;
            }
        }
    }

    public void Dispose() => handle.Dispose();

    private static string Call(string name, Tensor tensor) => $"{name}({tensor.dtype}[{string.Join(", ", tensor.shape)}])";

    // Those of a type together, in order: every process cuts them alike.
    private static IEnumerable<List<Tensor>> Buckets(IEnumerable<Tensor> tensors)
    {
        foreach (var alike in tensors.GroupBy(static tensor => tensor.dtype))
        {
            var (bucket, elements) = (new List<Tensor>(), 0L);
            foreach (var tensor in alike)
            {
                bucket.Add(tensor);
                if ((elements += tensor.NumberOfElements) < BucketElements) continue;
                yield return bucket;
                (bucket, elements) = ([], 0);
            }
            if (bucket.Count > 0) yield return bucket;
        }
    }
}
