using System.Net.Http.Headers;
using System.Text.Json;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class ImageOperations(EngineConnection engine) : IImageOperations
{
    public Task<IList<ImagesListResponse>> ListImagesAsync(ImagesListParameters parameters, CancellationToken cancellationToken) => engine.Ask(
        HttpMethod.Get, "images/json",
        new QueryString().With("all", parameters.All).With("digests", parameters.Digests).With("filters", parameters.Filters), null,
        EngineJson.Default.IListImagesListResponse, Missing.Other, cancellationToken);

    public Task<ImageInspectResponse> InspectImageAsync(string name, CancellationToken cancellationToken) => engine.Ask(
        HttpMethod.Get, $"images/{name}/json", null, null, EngineJson.Default.ImageInspectResponse, Missing.Image, cancellationToken);

    public Task TagImageAsync(string name, ImageTagParameters parameters, CancellationToken cancellationToken) => engine.Tell(
        HttpMethod.Post, $"images/{name}/tag",
        new QueryString().With("repo", parameters.RepositoryName).With("tag", parameters.Tag).With("force", parameters.Force), null, Missing.Image,
        cancellationToken);

    public Task<IList<IDictionary<string, string>>> DeleteImageAsync(string name, ImageDeleteParameters parameters, CancellationToken cancellationToken) =>
        engine.Ask(
            HttpMethod.Delete, $"images/{name}", new QueryString().With("force", parameters.Force).With("noprune", parameters.NoPrune), null,
            EngineJson.Default.IListIDictionaryStringString, Missing.Image, cancellationToken);

    public Task CreateImageAsync(
        ImagesCreateParameters parameters, AuthConfig authConfig, IProgress<JSONMessage> progress, CancellationToken cancellationToken) =>
        CreateImageAsync(parameters, null, authConfig, progress, cancellationToken);

    public Task CreateImageAsync(
        ImagesCreateParameters parameters, Stream imageStream, AuthConfig authConfig, IProgress<JSONMessage> progress, CancellationToken cancellationToken)
    {
        var query = new QueryString().With("fromImage", parameters.FromImage).With("fromSrc", imageStream is null ? parameters.FromSrc : "-")
            .With("repo", parameters.Repo).With("tag", parameters.Tag).With("message", parameters.Message).With("platform", parameters.Platform)
            .WithEach("changes", parameters.Changes);
        return Follow("images/create", query, Tar(imageStream), authConfig, "X-Registry-Auth", null, progress, cancellationToken);
    }

    public Task BuildImageFromDockerfileAsync(
        ImageBuildParameters parameters, Stream contents, IEnumerable<AuthConfig> authConfigs, IDictionary<string, string> headers,
        IProgress<JSONMessage> progress, CancellationToken cancellationToken)
    {
        var query = new QueryString().With("dockerfile", parameters.Dockerfile).WithEach("t", parameters.Tags).With("buildargs", parameters.BuildArgs)
            .With("labels", parameters.Labels).With("networkmode", parameters.NetworkMode).With("nocache", parameters.NoCache)
            .With("pull", parameters.Pull).With("rm", parameters.Remove).With("forcerm", parameters.ForceRemove).With("q", parameters.SuppressOutput)
            .With("target", parameters.Target).With("platform", parameters.Platform).With("memory", parameters.Memory).With("shmsize", parameters.ShmSize);
        return Follow("build", query, Tar(contents), authConfigs?.FirstOrDefault(), "X-Registry-Config", headers, progress, cancellationToken);
    }

    private static StreamContent Tar(Stream stream)
    {
        if (stream is null)
            return null;
        var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        return content;
    }

    // The answer is 200 at once; whether it went well stands in the lines that follow: as in Docker.DotNet, they are the caller's to read.
    private async Task Follow(
        string path, QueryString query, StreamContent body, AuthConfig auth, string authHeader, IDictionary<string, string> headers,
        IProgress<JSONMessage> progress, CancellationToken cancellationToken)
    {
        var content = body ?? (HttpContent)new ByteArrayContent([]);
        if (auth is not null)
            content.Headers.TryAddWithoutValidation(authHeader, Encode(auth, authHeader == "X-Registry-Config"));
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
            content.Headers.TryAddWithoutValidation(name, value);
        using var response = await engine.Follow(HttpMethod.Post, path, query, content, Missing.Image, cancellationToken).ConfigureAwait(false);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0)
                continue;
            progress?.Report(JsonSerializer.Deserialize(line, EngineJson.Default.JSONMessage));
        }
    }

    private static string Encode(AuthConfig auth, bool byServer)
    {
        var one = JsonSerializer.Serialize(auth, EngineJson.Default.AuthConfig);
        var text = byServer ? $"{{{JsonSerializer.Serialize(auth.ServerAddress ?? "", EngineJson.Default.String)}:{one}}}" : one;
        return Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)).Replace('+', '-').Replace('/', '_');
    }
}
