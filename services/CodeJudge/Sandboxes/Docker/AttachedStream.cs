using System.Runtime.InteropServices;
using System.Text;
using Docker.DotNet;

namespace Judges.Code;

/// <summary>An attached container as one stream: written to its standard input, read from its standard output; its standard error is told as it comes.</summary>
internal sealed class AttachedStream(MultiplexedStream attached, Action<string> complain) : Stream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Next(new ArraySegment<byte>(buffer, offset, count), cancellationToken);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (MemoryMarshal.TryGetArray<byte>(buffer, out var array))
            return await Next(array, cancellationToken);
        var copy = new byte[buffer.Length];
        var read = await Next(copy, cancellationToken);
        copy.AsMemory(0, read).CopyTo(buffer);
        return read;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        attached.WriteAsync(buffer, offset, count, cancellationToken);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (MemoryMarshal.TryGetArray(buffer, out var array))
            await attached.WriteAsync(array.Array!, array.Offset, array.Count, cancellationToken);
        else
            await attached.WriteAsync(buffer.ToArray(), 0, buffer.Length, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task<int> Next(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        while (true)
        {
            var piece = await attached.ReadOutputAsync(buffer.Array!, buffer.Offset, buffer.Count, cancellationToken);
            if (piece.EOF || piece.Target is MultiplexedStream.TargetStream.StandardOut)
                return piece.Count;
            var text = new char[piece.Count];
            complain(new string(text, 0, _decoder.GetChars(buffer.AsSpan(0, piece.Count), text, flush: false)));
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            attached.Dispose();
        base.Dispose(disposing);
    }
}
