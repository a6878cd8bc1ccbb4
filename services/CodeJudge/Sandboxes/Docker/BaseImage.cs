using System.ComponentModel;
using System.Diagnostics;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Judges.Code;

/// <summary>The image that the boxes' images begin with: pulled, or, without a registry, made of Debian's packages under the same name.</summary>
internal sealed class BaseImage(IDockerClient docker, Action<string> say)
{
    public const string Repository = "debian";
    public const string Tag = "bookworm-slim";

    // What the slim image leaves out too.
    private static readonly string[] _left = ["/usr/share/doc/*", "/usr/share/man/*", "/usr/share/locale/*", "/usr/share/info/*"];

    public async Task Ensure(bool offline, CancellationToken cancellationToken)
    {
        try
        {
            await docker.Images.InspectImageAsync($"{Repository}:{Tag}", cancellationToken);
        }
        catch (DockerImageNotFoundException)
        {
            await (offline ? Make(cancellationToken) : Pull(cancellationToken));
        }
    }

    private async Task Pull(CancellationToken cancellationToken)
    {
        say($"pull {Repository}:{Tag}");
        var messages = new BuildMessages(static _ => { });
        try
        {
            await docker.Images.CreateImageAsync(new ImagesCreateParameters { FromImage = Repository, Tag = Tag }, null, messages, cancellationToken);
            messages.ThrowIfFailed();
        }
        catch (Exception refusal) when (refusal is DockerApiException or ImageFailedException)
        {
            throw new ImageFailedException($"{Repository}:{Tag} cannot be pulled ({refusal.Message}). Without a registry: ./judges images --offline", refusal);
        }
    }

    private async Task Make(CancellationToken cancellationToken)
    {
        say($"make {Repository}:{Tag} of Debian's packages");
        var start = new ProcessStartInfo("mmdebstrap", ["--quiet", "--variant=minbase", .. _left.Select(static path => $"--dpkgopt=path-exclude={path}"), "bookworm", "-"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new ImageFailedException("mmdebstrap is missing: apt-get install -y --no-install-recommends mmdebstrap", missing);
        }
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var messages = new BuildMessages(static _ => { });
            // Named only when it is whole: half an image must not be taken for one.
            await docker.Images.CreateImageAsync(
                new ImagesCreateParameters { Repo = Repository, Tag = Tag + "-unfinished", Changes = ["CMD [\"bash\"]"] }, process.StandardOutput.BaseStream, null, messages,
                cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new ImageFailedException($"mmdebstrap failed: {(await errors).Trim()}");
            messages.ThrowIfFailed();
        }
        await docker.Images.TagImageAsync($"{Repository}:{Tag}-unfinished", new ImageTagParameters { RepositoryName = Repository, Tag = Tag }, cancellationToken);
        await docker.Images.DeleteImageAsync($"{Repository}:{Tag}-unfinished", new ImageDeleteParameters { NoPrune = true }, cancellationToken);
    }
}
