namespace Docker.DotNet.Models;

/// <summary>When the engine starts a container again.</summary>
public enum RestartPolicyKind
{
    Undefined,
    No,
    Always,
    OnFailure,
    UnlessStopped,
}
