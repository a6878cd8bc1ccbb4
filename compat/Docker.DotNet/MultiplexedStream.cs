using System.Buffers.Binary;
using System.Text;

namespace Docker.DotNet;

/// <summary>
/// The streams of an attached program. Without a terminal the engine puts eight bytes before each piece of output: the stream's number,
/// three zeros, and the length, big-endian (Engine API, "Stream format").
/// </summary>
public class MultiplexedStream : IDisposable
{
    private const int HeaderLength = 8;

    private readonly Stream _stream;
    private readonly bool _multiplexed;
    private readonly byte[] _header = new byte[HeaderLength];
    private TargetStream _target = TargetStream.StandardOut;
    private int _left;

    public MultiplexedStream(Stream stream, bool multiplexed)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _multiplexed = multiplexed;
    }

    /// <summary>The program's streams, as the engine numbers them.</summary>
    public enum TargetStream
    {
        StandardIn = 0,
        StandardOut = 1,
        StandardError = 2,
        SystemError = 3,
    }

    /// <summary>Tells the program that its input has ended.</summary>
    public void CloseWrite()
    {
        if (_stream is HijackedStream hijacked)
            hijacked.CloseWrite();
        else
            _stream.Close();
    }

    public Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _stream.WriteAsync(buffer, offset, count, cancellationToken);

    /// <summary>The next piece of output: of one stream, and not longer than what was asked for.</summary>
    public async Task<ReadResult> ReadOutputAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (_multiplexed)
        {
            while (_left == 0)
            {
                var got = await _stream.ReadAtLeastAsync(_header, HeaderLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                if (got == 0)
                    return default;
                if (got < HeaderLength)
                    throw new EndOfStreamException("the engine ended the stream within a header");
                _target = (TargetStream)_header[0];
                _left = BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(4));
                if (_left < 0 || _header[0] > (byte)TargetStream.SystemError)
                    throw new InvalidDataException("the engine's stream makes no sense: was the program started with a terminal?");
            }
            count = Math.Min(count, _left);
        }
        var read = await _stream.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false);
        if (_multiplexed)
            _left -= read;
        if (read == 0 && _left > 0)
            throw new EndOfStreamException("the engine ended the stream within a piece of output");
        return new ReadResult { Count = read, Target = _target };
    }

    /// <summary>All the output until its end, as UTF-8 text.</summary>
    public async Task<(string stdout, string stderr)> ReadOutputToEndAsync(CancellationToken cancellationToken)
    {
        using MemoryStream output = new(), errors = new();
        await CopyOutputToAsync(Stream.Null, output, errors, cancellationToken).ConfigureAwait(false);
        return (Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(errors.ToArray()));
    }

    public async Task CopyOutputToAsync(Stream stdin, Stream stdout, Stream stderr, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stdin);
        ArgumentNullException.ThrowIfNull(stdout);
        ArgumentNullException.ThrowIfNull(stderr);
        var buffer = new byte[1 << 16];
        while (true)
        {
            var piece = await ReadOutputAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
            if (piece.EOF)
                return;
            var to = piece.Target switch { TargetStream.StandardIn => stdin, TargetStream.StandardOut => stdout, _ => stderr };
            await to.WriteAsync(buffer.AsMemory(0, piece.Count), cancellationToken).ConfigureAwait(false);
        }
    }

    public Task CopyFromAsync(Stream input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.CopyToAsync(_stream, cancellationToken);
    }

    public void Dispose()
    {
        _stream.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A piece of output.</summary>
    public struct ReadResult
    {
        public int Count { get; set; }

        public TargetStream Target { get; set; }

        public readonly bool EOF => Count == 0;
    }
}
