using System.Runtime.InteropServices;

namespace TorchSharp.Extensions;

/// <summary>libtorch refused an operation; the message names the operator and the shapes of its arguments.</summary>
public class TorchException : ExternalException
{
    public TorchException() { }
    public TorchException(string message) : base(message) { }
    public TorchException(string message, Exception inner) : base(message, inner) { }
}

/// <summary>A device or the host has no memory left for the operation.</summary>
public sealed class TorchOutOfMemoryException : TorchException
{
    public TorchOutOfMemoryException() { }
    public TorchOutOfMemoryException(string message) : base(message) { }
    public TorchOutOfMemoryException(string message, Exception inner) : base(message, inner) { }
}
