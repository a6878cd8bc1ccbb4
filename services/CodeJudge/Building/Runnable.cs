using System.Globalization;

namespace Judges.Code;

/// <summary>A program that is ready to run: Python as its source, anything else as files and a command.</summary>
internal sealed record Runnable(Language Language, ReadOnlyMemory<byte> Source, IReadOnlyList<BoxFile> Files)
{
    /// <summary>Whether it runs in a fork of the box's interpreter.</summary>
    public bool IsForked => Language == Python.Language;

    /// <summary>The request that runs it once.</summary>
    public RunRequest Request(RunKind kind, string? entryPoint, ReadOnlyMemory<byte> input, Limits limits) => IsForked
        ? new RunRequest { Kind = kind, EntryPoint = entryPoint, Program = Source, Input = input, Limits = limits }
        : Execute(input, limits);

    /// <summary>The request that runs it as a command, whatever the language.</summary>
    /// <param name="beside">Files in its working directory, and their names as its arguments.</param>
    public RunRequest Execute(ReadOnlyMemory<byte> input, Limits limits, params IReadOnlyList<BoxFile> beside) => new()
    {
        Kind = RunKind.Execute,
        Image = BoxImages.Of(Language),
        Files = [.. IsForked ? [new BoxFile(Language.FileName(""), Source)] : Files, .. beside],
        Command = [.. Language.Run.Select(word => Fill(word, limits)), .. beside.Select(static file => file.Name)],
        Environment = Language.Environment.ToDictionary(static pair => pair.Key, pair => Fill(pair.Value, limits)),
        Input = input,
        Limits = limits with
        {
            MemoryMb = Math.Min(limits.MemoryMb + Language.ExtraMemoryMb, 1 << 16),
            Processes = limits.Processes + Language.ExtraProcesses,
        },
    };

    private string Fill(string word, Limits limits) => word
        .Replace("{memory}", limits.MemoryMb.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{memoryBytes}", ((long)limits.MemoryMb << 20).ToString("x", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{script}", Files.Count > 0 ? Files[0].Name.Replace(".ts", ".js", StringComparison.Ordinal) : "", StringComparison.Ordinal);
}
