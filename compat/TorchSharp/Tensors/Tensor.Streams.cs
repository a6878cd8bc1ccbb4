namespace TorchSharp;

public static partial class torch
{
    /// <remarks>The elements as a stream of bytes; unlike a span, a stream has no limit of two gigabytes.</remarks>
    public partial class Tensor
    {
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var host = Host();
            for (var offset = 0L; host.Chunk(offset, bufferSize) is { IsEmpty: false } chunk; offset += chunk.Length) stream.Write(chunk);
            GC.KeepAlive(host);
        }

        /// <summary>Overwrites a contiguous tensor on the host with as many bytes as it has.</summary>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            RequireHost();
            if (!is_contiguous()) throw new InvalidOperationException("Only a contiguous tensor is read from a stream: call contiguous() first.");
            for (var offset = 0L; Chunk(offset, bufferSize) is { IsEmpty: false } chunk; offset += chunk.Length) stream.ReadExactly(chunk);
            GC.KeepAlive(this);
        }

        private Tensor Host()
        {
            using var host = cpu();
            return host.contiguous();
        }

        /// <summary>At most so many bytes from an offset on; a small buffer is no use where none is needed.</summary>
        private unsafe Span<byte> Chunk(long offset, int bufferSize)
        {
            const int LeastChunk = 1 << 20;
            var info = Describe();
            var left = info.Numel * info.ElementSize - offset;
            return new Span<byte>((byte*)info.Data + offset, (int)Math.Min(left, Math.Max(bufferSize, LeastChunk)));
        }
    }
}
