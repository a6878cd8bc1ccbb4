using System.Security.Cryptography;
using System.Text;

namespace Judges.Code;

/// <summary>Builds programs in a box, under limits, and remembers what came out by content.</summary>
internal sealed class ProgramBuilder(CodeJudgeOptions options)
{
    private const int MostMessage = 400;
    private const int MostRemembered = 256;

    // Of a compiler, not of a program: enough for any that ends, and an end for any that does not.
    private static readonly Limits _limits = new() { CpuSeconds = 30, WallSeconds = 60, MemoryMb = 1024, OutputKb = 64, Processes = 64 };

    // Parsing takes no time: what takes this long is meant to.
    private static readonly Limits _checkLimits = _limits with { CpuSeconds = 10, WallSeconds = 20 };

    private readonly LeastRecentlyUsed<Build> _builds = new(Math.Min(options.CacheEntries, MostRemembered));

    public async Task<Build> Build(Language language, Sources sources, Func<RunRequest, Task<RunReport>> run, CancellationToken cancellationToken)
    {
        if (language.Check.Count + language.Build.Count == 0 && language.BuildHere is null)
            return new Build.Done(sources.Files);
        var key = Key(language, sources);
        if (_builds.TryGet(key, out var known))
            return known;
        var build = language.BuildHere is { } here ? await here(sources, cancellationToken) : await InBox(language, sources, run);
        return options.CacheEntries == 0 ? build : _builds.GetOrAdd(key, build);
    }

    private static async Task<Build> InBox(Language language, Sources sources, Func<RunRequest, Task<RunReport>> run)
    {
        if (language.Build.Count == 0)
        {
            var check = await Step(language, language.Check, [], sources, run);
            return Succeeded(check) ? new Build.Done(sources.Files) : new Build.Failed(Stage.Extracted, Complaint(check, sources));
        }
        var built = await Step(language, sources.Build ?? language.Build, language.Keep, sources, run);
        if (Succeeded(built) && built.Kept.Count > 0)
            return new Build.Done(language.KeepsSources ? [.. sources.Files, .. built.Kept] : built.Kept);
        // It is no program; how far did it come?
        var stage = language.Check.Count == 0 || !Succeeded(await Step(language, language.Check, [], sources, run)) ? Stage.Extracted : Stage.Parses;
        return new Build.Failed(stage, Complaint(built, sources));
    }

    private static async Task<RunReport> Step(
        Language language, IReadOnlyList<string> command, IReadOnlyList<string> keep, Sources sources, Func<RunRequest, Task<RunReport>> run)
    {
        return await run(new RunRequest
        {
            Kind = RunKind.Execute,
            Image = BoxImages.Of(language),
            Files = [.. WithBeside(language, sources)],
            Command = Fill(command, language, sources),
            Environment = language.Environment,
            Keep = keep,
            Limits = command == language.Check ? _checkLimits : _limits,
        });
    }

    internal static string[] Fill(IReadOnlyList<string> command, Language language, Sources sources) =>
        [.. command.SelectMany(word => word switch
        {
            "{file}" => [sources.Main],
            "{libraries}" => language.Libraries.Where(library => Mentions(sources, library.Key)).Select(static library => library.Value),
            "{files}" => WithBeside(language, sources).Select(static file => file.Name)
                .Where(name => Path.GetExtension(name) == Path.GetExtension(sources.Main)),
            _ => (IEnumerable<string>)[word],
        })];

    private static IEnumerable<BoxFile> WithBeside(Language language, Sources sources) =>
        sources.Files.Concat(language.Beside.Where(file => sources.Files.All(own => own.Name != file.Name)));

    private static bool Mentions(Sources sources, string text) =>
        sources.Files.Any(file => file.Name == sources.Main && file.Content.Span.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    private static bool Succeeded(RunReport report) => report is { Stopped: null, Exit: 0 };

    private static string Complaint(RunReport report, Sources sources)
    {
        if (report.Stopped is { } stop)
            return $"the compiler was stopped: it used more {(stop is StopReason.Memory ? "memory" : stop is StopReason.Output ? "output" : "time")} than it was given";
        var text = Encoding.UTF8.GetString(report.Errors.Span) + Encoding.UTF8.GetString(report.Output.Span);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = lines.FirstOrDefault(static line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines.FirstOrDefault()
            ?? $"the compiler ended with {RunReading.Ending(report)}";
        return first.Length <= MostMessage ? first : first[..MostMessage];
    }

    private static string Key(Language language, Sources sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in sources.Files.SelectMany(static file => (ReadOnlyMemory<byte>[])[Encoding.UTF8.GetBytes(file.Name), file.Content])
            .Prepend(Encoding.UTF8.GetBytes($"{language.Name} {sources.Main}")))
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part.Span);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
