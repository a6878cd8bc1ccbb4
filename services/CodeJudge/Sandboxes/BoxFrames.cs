using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judges.Code;

/// <summary>
/// The wire between the judge and a box's supervisor: a little-endian length, a JSON header of that length, then the bytes that the header
/// counts. Only the supervisor writes to it; a run's streams are pipes of their own.
/// </summary>
internal static class BoxFrames
{
    private const int MostHeader = 1 << 16;

    public static async Task Write(Stream stream, RunRequest request, CancellationToken cancellationToken)
    {
        var limits = request.Limits;
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new RequestHeader(
                request.Kind, request.EntryPoint, limits.CpuSeconds, limits.WallSeconds, (long)limits.MemoryMb << 20, limits.OutputKb << 10,
                limits.Processes, request.Program.Length, request.Input.Length),
            BoxJson.Default.RequestHeader);
        var frame = new byte[4 + header.Length + request.Program.Length + request.Input.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, header.Length);
        header.CopyTo(frame, 4);
        request.Program.Span.CopyTo(frame.AsSpan(4 + header.Length));
        request.Input.Span.CopyTo(frame.AsSpan(4 + header.Length + request.Program.Length));
        await stream.WriteAsync(frame, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    public static async Task<string> ReadGreeting(Stream stream, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize(await ReadHeader(stream, cancellationToken), BoxJson.Default.Greeting)!.Python;

    public static async Task<RunReport> ReadReport(Stream stream, Limits limits, CancellationToken cancellationToken)
    {
        var header = JsonSerializer.Deserialize(await ReadHeader(stream, cancellationToken), BoxJson.Default.ReportHeader)!;
        var most = (limits.OutputKb << 10) + (1 << 16);
        return new RunReport
        {
            Exit = header.Exit,
            Stopped = header.Stopped,
            WallMs = header.WallMs,
            CpuMs = header.CpuMs,
            PeakKb = header.PeakKb,
            Clean = header.Clean,
            Output = await ReadBytes(stream, header.Stdout, most, cancellationToken),
            Errors = await ReadBytes(stream, header.Stderr, most, cancellationToken),
            Result = await ReadBytes(stream, header.Result, most, cancellationToken),
        };
    }

    private static async Task<byte[]> ReadHeader(Stream stream, CancellationToken cancellationToken)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(await ReadBytes(stream, 4, 4, cancellationToken));
        return await ReadBytes(stream, length, MostHeader, cancellationToken);
    }

    private static async Task<byte[]> ReadBytes(Stream stream, int count, int most, CancellationToken cancellationToken)
    {
        if (count < 0 || count > most)
            throw new InvalidDataException($"the box announced {count} bytes where at most {most} can come");
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}

internal sealed record Greeting(string Python);

internal sealed record RequestHeader(
    RunKind Kind, string? EntryPoint, double CpuSeconds, double WallSeconds, long MemoryBytes, int OutputBytes, int Processes, int Program, int Input);

internal sealed record ReportHeader(
    int Exit, StopReason? Stopped, double WallMs, double CpuMs, long PeakKb, bool Clean, int Stdout, int Stderr, int Result);

/// <param name="SeparateUsers">Whether the supervisor may give each run a user id of its own.</param>
/// <param name="Uid">The first of them.</param>
/// <param name="Uids">How many.</param>
/// <param name="ControlGroup">Whether a control group is bound into the box.</param>
internal sealed record BoxConfiguration(bool SeparateUsers, int Uid, int Uids, bool ControlGroup)
{
    /// <summary>How many user ids a box has, so that none comes twice in a row.</summary>
    public const int UsersPerBox = 256;
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Greeting))]
[JsonSerializable(typeof(RequestHeader))]
[JsonSerializable(typeof(ReportHeader))]
[JsonSerializable(typeof(BoxConfiguration))]
internal sealed partial class BoxJson : JsonSerializerContext;
