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
    private const int MostHeader = 1 << 20;

    // The supervisor has the same number for all kept files together.
    private const int MostKept = 64 << 20;

    public static async Task Write(Stream stream, RunRequest request, CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        Append(request, frame.Write);
        await stream.WriteAsync(frame.GetBuffer().AsMemory(0, (int)frame.Length), cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>A request's frame, piece by piece.</summary>
    public static void Append(RunRequest request, Action<ReadOnlySpan<byte>> write)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(Header(request), BoxJson.Default.RequestHeader);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, header.Length);
        write(length);
        write(header);
        // In the order in which the processes start: each reads what is its own.
        foreach (var process in request.Tester is { } tester ? (ReadOnlySpan<RunRequest>)[tester, request] : [request])
        {
            write(process.Program.Span);
            write(process.Input.Span);
            foreach (var file in process.Files)
                write(file.Content.Span);
        }
    }

    public static async Task<string> ReadGreeting(Stream stream, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize(await ReadHeader(stream, cancellationToken), BoxJson.Default.Greeting)!.Python;

    public static async Task<RunReport> ReadReport(Stream stream, RunRequest request, CancellationToken cancellationToken)
    {
        var header = JsonSerializer.Deserialize(await ReadHeader(stream, cancellationToken), BoxJson.Default.ReportHeader)!;
        if (!header.Clean)
            throw new SandboxUncleanException();
        var most = request.ResultAllowed + (1 << 16);
        return new RunReport
        {
            Exit = header.Exit,
            Stopped = header.Stopped,
            NotStarted = header.NotStarted,
            WallMs = header.WallMs,
            CpuMs = header.CpuMs,
            PeakKb = header.PeakKb,
            Undecided = header.Undecided,
            Dropped = header.Dropped,
            IsCut = header.Cut,
            Output = await ReadBytes(stream, header.Stdout, request.OutputKept, cancellationToken),
            Errors = await ReadBytes(stream, header.Stderr, most, cancellationToken),
            Result = await ReadBytes(stream, header.Result, most, cancellationToken),
            Tester = header.Tester is not { } tester ? null : new TesterReport(
                tester.Exit,
                await ReadBytes(stream, tester.Result, most, cancellationToken),
                await ReadBytes(stream, tester.Stderr, most, cancellationToken)),
            Kept = await ReadKept(stream, header.Kept, cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<BoxFile>> ReadKept(Stream stream, IReadOnlyList<FileHeader> files, CancellationToken cancellationToken)
    {
        var kept = new List<BoxFile>(files.Count);
        foreach (var file in files)
            kept.Add(new BoxFile(file.Name, await ReadBytes(stream, file.Length, MostKept, cancellationToken)));
        return kept;
    }

    private static RequestHeader Header(RunRequest request)
    {
        var limits = request.Limits;
        return new RequestHeader
        {
            CpuSeconds = limits.CpuSeconds,
            WallSeconds = limits.WallSeconds,
            MemoryBytes = (long)limits.MemoryMb << 20,
            OutputBytes = request.ResultAllowed,
            KeptBytes = request.OutputKept,
            AllowedBytes = request.OutputAllowed,
            Processes = limits.Processes,
            Interactive = request.Interactive,
            Tester = request.Tester is { } tester ? Part(tester) : null,
            Subject = Part(request),
        };
    }

    private static ProcessHeader Part(RunRequest request) => new(
        request.Kind, request.EntryPoint, request.Calls, request.Program.Length, request.Input.Length,
        [.. request.Files.Select(static file => new FileHeader(file.Name, file.Content.Length))],
        request.Command, request.Environment, request.Keep, request.MayShareTester);

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

internal sealed record RequestHeader
{
    public required double CpuSeconds { get; init; }

    public required double WallSeconds { get; init; }

    public required long MemoryBytes { get; init; }

    /// <summary>What a result may have.</summary>
    public required int OutputBytes { get; init; }

    public required int KeptBytes { get; init; }

    public required int AllowedBytes { get; init; }

    public required int Processes { get; init; }

    public required bool Interactive { get; init; }

    public required ProcessHeader? Tester { get; init; }

    public required ProcessHeader Subject { get; init; }
}

internal sealed record ProcessHeader(
    RunKind Kind, string? EntryPoint, int Calls, int Program, int Input, IReadOnlyList<FileHeader> Files, IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Keep, bool Warm);

internal sealed record FileHeader(string Name, int Length);

internal sealed record ReportHeader(
    int Exit, StopReason? Stopped, string? NotStarted, double WallMs, double CpuMs, long PeakKb, bool Undecided, long Dropped, bool Cut, int Stdout, int Stderr, int Result,
    TesterHeader? Tester, IReadOnlyList<FileHeader> Kept, bool Clean = true);

internal sealed record TesterHeader(int Exit, int Result, int Stderr);

/// <param name="SeparateUsers">Whether the supervisor may give each run a user id of its own.</param>
/// <param name="Uid">The first of them.</param>
/// <param name="Uids">How many.</param>
/// <param name="ControlGroup">Whether a control group is bound into the box.</param>
/// <param name="Core">Which core its processes stay on, of those that they may use, counted from 0, if these are just <paramref name="Cores"/>; null for none.</param>
internal sealed record BoxConfiguration(bool SeparateUsers, int Uid, int Uids, bool ControlGroup, int? Core, int Cores)
{
    /// <summary>How many user ids a box has, so that none comes twice in a row.</summary>
    public const int UsersPerBox = 256;

    public static string Text(CodeJudgeOptions options, int slot, string image, bool separateUsers, bool controlGroup) => JsonSerializer.Serialize(
        // A Python run is a few processes that wait for each other, and waking one on another core is dear. With a box for each core every one has its
        // own; with more or fewer some would wait for a core while another is idle. Compilers and what they made may use all.
        new BoxConfiguration(
            separateUsers, options.FirstUserId + (slot * UsersPerBox), UsersPerBox, controlGroup, image == BoxImages.Python ? slot : null, options.BoxCount),
        BoxJson.Default.BoxConfiguration);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Greeting))]
[JsonSerializable(typeof(RequestHeader))]
[JsonSerializable(typeof(ReportHeader))]
[JsonSerializable(typeof(BoxConfiguration))]
internal sealed partial class BoxJson : JsonSerializerContext;
