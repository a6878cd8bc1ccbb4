namespace Judges.Code;

/// <summary>Makes boxes. The seam at the process boundary: bubblewrap or containers.</summary>
public interface ISandboxEngine
{
    /// <summary>The engine's name in a verdict's detail.</summary>
    string Name { get; }

    /// <summary>Starts a box and waits until it is warm; throws <see cref="SandboxUnavailableException"/> where this machine cannot.</summary>
    /// <param name="slot">The box's place in the pool: two boxes of one judge never run programs in the same at one time.</param>
    /// <param name="image">What the box holds: the name of an image of <see cref="RunRequest.Image"/>. Boxes that show the host's programs hold everything.</param>
    Task<ISandbox> Start(int slot, string image, CancellationToken cancellationToken);
}

/// <summary>One warm box: programs run in it one after another, each from a clean state.</summary>
public interface ISandbox : IAsyncDisposable
{
    Confinement Confinement { get; }

    /// <summary>
    /// Runs one test; throws <see cref="SandboxUncleanException"/> when the box could not prove that the run before left nothing in it, and
    /// <see cref="SandboxFaultException"/> when it failed. After either it must be thrown away.
    /// </summary>
    Task<RunReport> Run(RunRequest request, CancellationToken cancellationToken);
}

/// <summary>What holds a run in this box; it goes into the verdict's detail.</summary>
/// <param name="MemoryLimit"><c>cgroup</c> (all processes together) or <c>addressSpace</c> (each process by itself).</param>
/// <param name="Isolation"><c>ownUser</c> (a user id of its own per run) or <c>sharedUser</c> (the box's own, where the judge is not root).</param>
public sealed record Confinement(string MemoryLimit, string Isolation);

/// <summary>The machine has no sandbox: nothing is run.</summary>
public sealed class SandboxUnavailableException(string message, Exception? cause = null) : InvalidOperationException(message, cause)
{
    /// <summary>Whether trying again may help: the engine was there before.</summary>
    public bool MayPass { get; init; }
}

/// <summary>A box failed us; the submission is not to blame.</summary>
public sealed class SandboxFaultException(string message, Exception? cause = null) : IOException(message, cause);

/// <summary>A box was not clean after the run before, and has run nothing since.</summary>
public sealed class SandboxUncleanException() : InvalidOperationException("the box was not clean after the run before");
