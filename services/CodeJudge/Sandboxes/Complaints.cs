using System.Text;

namespace Judges.Code;

/// <summary>The first lines of what a box writes to its standard error: why it did not start, or why it ended.</summary>
internal sealed class Complaints
{
    private const int Most = 2000;

    private readonly StringBuilder _text = new();
    private readonly Lock _gate = new();

    public void Add(string? line)
    {
        lock (_gate)
        {
            if (line is { Length: > 0 } && _text.Length < Most)
                _text.Append(_text.Length == 0 ? ": " : " | ").Append(line);
        }
    }

    public override string ToString()
    {
        lock (_gate)
            return _text.ToString();
    }
}
