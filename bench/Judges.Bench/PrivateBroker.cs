using System.Diagnostics;

namespace Judges.Bench;

/// <summary>A broker of our own by eng/rabbitmq.sh; it ends with us.</summary>
internal sealed class PrivateBroker(string url, string folder) : IAsyncDisposable
{
    public const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    public string Url => url;

    public static async Task<PrivateBroker> Start(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("judges-bench-").FullName;
        return new PrivateBroker(await Script(["start", folder, "0", $"{Environment.ProcessId}"], cancellationToken), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Script(["stop", folder], CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> Script(string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Root(), "eng", "rabbitmq.sh"), arguments) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? "";
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? line : throw new InvalidOperationException("the broker did not start");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Judges.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("run the benchmarks from the repository's artifacts folder");
    }
}
