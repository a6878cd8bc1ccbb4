using Docker.DotNet.Models;

namespace Judges.Code;

/// <summary>What an engine says while it makes an image; the answer's status says nothing about how that ends.</summary>
internal sealed class BuildMessages(Action<string> say) : IProgress<JSONMessage>
{
    private string? _failure;

    public void Report(JSONMessage value)
    {
        _failure ??= value.ErrorMessage ?? value.Error?.Message;
        if (value.Stream?.Trim() is { Length: > 0 } text)
            say(text);
    }

    public void ThrowIfFailed()
    {
        if (_failure is not null)
            throw new ImageFailedException(_failure);
    }
}

/// <summary>An image could not be made.</summary>
public sealed class ImageFailedException(string message, Exception? cause = null) : InvalidOperationException(message, cause);
