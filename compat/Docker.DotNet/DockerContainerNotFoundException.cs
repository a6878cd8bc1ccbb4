using System.Net;

namespace Docker.DotNet;

/// <summary>There is no such container.</summary>
public class DockerContainerNotFoundException(HttpStatusCode statusCode, string responseBody) : DockerApiException(statusCode, responseBody);
