using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;

namespace Judges.Code;

/// <summary>Builds the images of the boxes; one that is built already from the same recipe is left as it is.</summary>
public sealed class ImageBuilder : IDisposable
{
    private const string RecipeLabel = "org.judges.recipe";
    private const int LastWords = 6;

    private readonly CodeJudgeOptions _options;
    private readonly DockerClientConfiguration _configuration;
    private readonly DockerClient _docker;
    private readonly Action<string> _say;

    /// <param name="options">Where the engine is and how images are named.</param>
    /// <param name="say">Is told what is being done.</param>
    public ImageBuilder(CodeJudgeOptions options, Action<string> say)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _say = say;
        _configuration = new DockerClientConfiguration(options.DockerEndpoint);
        _docker = _configuration.CreateClient();
    }

    /// <summary>Builds one image; throws <see cref="ImageFailedException"/>.</summary>
    /// <param name="image">Its name, of <see cref="BoxImages"/>.</param>
    /// <param name="offline">Whether the base is made here instead of pulled.</param>
    public async Task Build(string image, bool offline, CancellationToken cancellationToken)
    {
        try
        {
            await _docker.System.PingAsync(cancellationToken);
        }
        catch (HttpRequestException silence)
        {
            throw new ImageFailedException($"no container engine answers at {_options.DockerEndpoint} ({silence.Message})", silence);
        }
        await new BaseImage(_docker, _say).Ensure(offline, cancellationToken);
        var tag = DockerImages.Tag(_options, image);
        var dockerfile = DockerImages.Dockerfile;
        var packages = BoxImages.Packages(image);
        var recipe = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{packages}\n{dockerfile}")));
        if (await Recipe(tag, cancellationToken) == recipe)
        {
            _say($"{tag} is up to date");
            return;
        }
        _say($"build {tag}");
        // The engine's own last words are that it removes what was not finished; before them a package says why.
        Queue<string> last = new();
        var messages = new BuildMessages(text =>
        {
            last.Enqueue(text);
            if (last.Count > LastWords)
                last.Dequeue();
        });
        var parameters = new ImageBuildParameters
        {
            Tags = [tag],
            BuildArgs = new Dictionary<string, string> { ["PACKAGES"] = packages },
            Labels = new Dictionary<string, string> { [RecipeLabel] = recipe },
            // An engine without a bridge, as a private one, still reaches the packages.
            NetworkMode = "host",
            Remove = true,
            ForceRemove = true,
        };
        using var context = Context(dockerfile);
        await _docker.Images.BuildImageFromDockerfileAsync(parameters, context, null, null, messages, cancellationToken);
        try
        {
            messages.ThrowIfFailed();
        }
        catch (ImageFailedException failure)
        {
            throw new ImageFailedException($"{tag}: {failure.Message}; its last words: {string.Join(" | ", last)}", failure);
        }
    }

    public void Dispose()
    {
        _docker.Dispose();
        _configuration.Dispose();
    }

    private async Task<string?> Recipe(string tag, CancellationToken cancellationToken)
    {
        try
        {
            return (await _docker.Images.InspectImageAsync(tag, cancellationToken)).Config?.Labels?.TryGetValue(RecipeLabel, out var recipe) == true ? recipe : null;
        }
        catch (DockerImageNotFoundException)
        {
            return null;
        }
    }

    private static MemoryStream Context(string dockerfile)
    {
        var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "Dockerfile") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(dockerfile)) });
        stream.Position = 0;
        return stream;
    }
}
