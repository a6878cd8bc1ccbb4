using System.Net;

namespace Docker.DotNet;

/// <summary>There is no such image.</summary>
public class DockerImageNotFoundException(HttpStatusCode statusCode, string body) : DockerApiException(statusCode, body);
