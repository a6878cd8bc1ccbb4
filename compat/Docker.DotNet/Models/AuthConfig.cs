namespace Docker.DotNet.Models;

/// <summary>Who asks a registry.</summary>
public class AuthConfig
{
    public string Username { get; set; }

    public string Password { get; set; }

    public string ServerAddress { get; set; }

    public string IdentityToken { get; set; }
}
