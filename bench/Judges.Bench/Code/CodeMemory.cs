using System.Globalization;
using Judges.Code;

namespace Judges.Bench;

/// <summary>`./judges bench code --memory [JUDGEMENTS]`: what judgements leave behind, in this process and in the boxes.</summary>
internal static class CodeMemory
{
    private const int Looks = 5;

    public static async Task<int> Print(string[] arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var judgements = arguments is [] ? 20_000 : int.TryParse(arguments[0], CultureInfo.InvariantCulture, out var asked) && asked >= Looks ? asked : 0;
        if (judgements == 0)
        {
            await output.WriteLineAsync($"Usage: ./judges bench code --memory [JUDGEMENTS]   at least {Looks}; 20000 without it");
            return 1;
        }
        CodeWork[] works = CodeWork.HumanEval() is { } human ? [CodeWork.Functions, human] : [CodeWork.Functions];
        await using var host = await CodeHost.Start(SandboxEngineKind.Bubblewrap, cancellationToken);
        await output.WriteLineAsync("judgements  managed MiB  this process MiB  boxes MiB");
        for (var look = 0; look <= Looks; look++)
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, look == 0 ? 100 : judgements / Looks), cancellationToken,
                async (number, token) =>
                {
                    var work = works[number % works.Length];
                    await work.Pass(host.Judge, number / works.Length % work.Programs, token);
                });
            var managed = GC.GetTotalMemory(forceFullCollection: true);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{100 + (look * (judgements / Looks)),10}  {managed / 1048576.0,11:F1}  {Environment.WorkingSet / 1048576.0,16:F1}  {Boxes() / 1048576.0,9:F1}"));
        }
        return 0;
    }

    /// <summary>Bytes resident in all processes below this one.</summary>
    private static long Boxes()
    {
        var processes = Directory.EnumerateDirectories("/proc").Select(Read).OfType<(int Id, int Parent, long Bytes)>().ToLookup(static process => process.Parent);
        return Below(Environment.ProcessId);

        long Below(int parent) => processes[parent].Sum(process => process.Bytes + Below(process.Id));
    }

    private static (int Id, int Parent, long Bytes)? Read(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id))
            return null;
        try
        {
            var fields = File.ReadAllText($"{folder}/stat").Split(") ")[^1].Split(' ');
            return (id, int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
