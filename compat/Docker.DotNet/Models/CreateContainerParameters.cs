using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>The container to make.</summary>
public class CreateContainerParameters
{
    [JsonIgnore]
    public string Name { get; set; }

    public string Image { get; set; }

    public IList<string> Cmd { get; set; }

    public IList<string> Entrypoint { get; set; }

    public IList<string> Env { get; set; }

    public string User { get; set; }

    public string WorkingDir { get; set; }

    public string Hostname { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public bool AttachStdin { get; set; }

    public bool AttachStdout { get; set; }

    public bool AttachStderr { get; set; }

    public bool OpenStdin { get; set; }

    public bool StdinOnce { get; set; }

    public bool Tty { get; set; }

    public bool NetworkDisabled { get; set; }

    public string StopSignal { get; set; }

    public HostConfig HostConfig { get; set; }

    [JsonIgnore]
    public string Platform { get; set; }
}
