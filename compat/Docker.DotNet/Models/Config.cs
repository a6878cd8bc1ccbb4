namespace Docker.DotNet.Models;

/// <summary>What an image or a container runs.</summary>
public class Config
{
    public string User { get; set; }

    public IList<string> Env { get; set; }

    public IList<string> Cmd { get; set; }

    public IList<string> Entrypoint { get; set; }

    public string Image { get; set; }

    public string WorkingDir { get; set; }

    public IDictionary<string, string> Labels { get; set; }

    public string Hostname { get; set; }
}
