using System.Runtime.CompilerServices;

namespace Judges.Hosting;

/// <summary>A reader's lines as a stream.</summary>
public static class TextLines
{
    public static async IAsyncEnumerable<string> ReadLines(
        this TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return line;
    }
}
