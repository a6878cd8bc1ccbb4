namespace Docker.DotNet;

/// <summary>Whoever can open the socket.</summary>
public class AnonymousCredentials : Credentials
{
    public override bool IsTlsCredentials() => false;

    public override HttpMessageHandler GetHandler(HttpMessageHandler innerHandler) => innerHandler;

    public override void Dispose()
    {
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}
