using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Serialization.Metadata;

namespace Docker.DotNet;

/// <summary>HTTP to one engine.</summary>
internal sealed class EngineConnection : IDisposable
{
    private readonly DockerClientConfiguration _configuration;
    private readonly HttpClient _http;
    private readonly string _prefix;

    public EngineConnection(DockerClientConfiguration configuration, Version version)
    {
        _configuration = configuration;
        _prefix = version is null ? "" : $"v{version}/";
        _http = Client(null);
    }

    public TimeSpan Timeout { get; set; }

    public async Task<TReply> Ask<TReply>(
        HttpMethod method, string path, QueryString query, HttpContent body, JsonTypeInfo<TReply> reply, Missing missing, CancellationToken cancellationToken)
    {
        using var deadline = Deadline(cancellationToken);
        using var response = await Send(_http, method, path, query, body, missing, deadline.Token).ConfigureAwait(false);
        return await response.Content.ReadFromJsonAsync(reply, deadline.Token).ConfigureAwait(false);
    }

    /// <summary>The status of an answer whose body does not matter.</summary>
    public async Task<HttpStatusCode> Tell(
        HttpMethod method, string path, QueryString query, HttpContent body, Missing missing, CancellationToken cancellationToken)
    {
        using var deadline = Deadline(cancellationToken);
        using var response = await Send(_http, method, path, query, body, missing, deadline.Token).ConfigureAwait(false);
        return response.StatusCode;
    }

    /// <summary>An answer that lasts as long as what it tells of: no timeout but the caller's.</summary>
    public Task<HttpResponseMessage> Follow(
        HttpMethod method, string path, QueryString query, HttpContent body, Missing missing, CancellationToken cancellationToken) =>
        Send(_http, method, path, query, body, missing, cancellationToken);

    /// <summary>A connection that HTTP has left (Engine API, "Hijacking"): raw bytes both ways.</summary>
    public async Task<HijackedStream> Hijack(string path, QueryString query, HttpContent body, Missing missing, CancellationToken cancellationToken)
    {
        // A client of its own: its one connection is the stream's, and so is the socket that can be closed in one direction.
        Socket socket = null;
        var client = Client(opened => socket = opened);
        try
        {
            using var deadline = Deadline(cancellationToken);
            var response = await Send(client, HttpMethod.Post, path, query, body, missing, deadline.Token, upgrade: true).ConfigureAwait(false);
            return new HijackedStream(client, response, await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false), socket);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    private CancellationTokenSource Deadline(CancellationToken cancellationToken)
    {
        var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Timeout);
        return deadline;
    }

    private async Task<HttpResponseMessage> Send(
        HttpClient client, HttpMethod method, string path, QueryString query, HttpContent body, Missing missing, CancellationToken cancellationToken,
        bool upgrade = false)
    {
        using var request = new HttpRequestMessage(method, $"{_prefix}{path}{query}") { Content = body };
        foreach (var (name, value) in _configuration.DefaultHttpRequestHeaders)
            request.Headers.TryAddWithoutValidation(name, value);
        if (upgrade)
        {
            request.Headers.Connection.Add("Upgrade");
            request.Headers.Upgrade.Add(new ProductHeaderValue("tcp"));
        }
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode < 400)
            return response;
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            throw (response.StatusCode, missing) switch
            {
                (HttpStatusCode.NotFound, Missing.Container) => new DockerContainerNotFoundException(response.StatusCode, text),
                (HttpStatusCode.NotFound, Missing.Image) => new DockerImageNotFoundException(response.StatusCode, text),
                _ => new DockerApiException(response.StatusCode, text),
            };
        }
    }

    private HttpClient Client(Action<Socket> opened)
    {
        var endpoint = _configuration.EndpointBaseUri;
        if (endpoint.Scheme is not ("unix" or "tcp" or "http"))
            throw new NotSupportedException($"an engine is reached by unix://, tcp:// or http://, not by {endpoint.Scheme}://");
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = endpoint.Scheme == "unix"
                    ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                    : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    EndPoint to = endpoint.Scheme == "unix"
                        ? new UnixDomainSocketEndPoint(endpoint.LocalPath)
                        : new DnsEndPoint(endpoint.Host, endpoint.Port > 0 ? endpoint.Port : 2375);
                    await socket.ConnectAsync(to, cancellationToken).ConfigureAwait(false);
                    opened?.Invoke(socket);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        return new HttpClient(_configuration.Credentials.GetHandler(handler))
        {
            BaseAddress = new Uri(endpoint.Scheme == "unix" ? "http://engine/" : $"http://{endpoint.Authority}/"),
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }
}

/// <summary>What a 404 says is not there.</summary>
internal enum Missing
{
    Other,
    Container,
    Image,
}
