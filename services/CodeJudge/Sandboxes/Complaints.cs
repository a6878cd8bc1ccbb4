using System.Text;

namespace Judges.Code;

/// <summary>The first lines of what a box writes to its standard error: why it did not start, or why it ended.</summary>
internal sealed class Complaints
{
    private const int Most = 2000;

    private readonly StringBuilder _text = new();
    private readonly Lock _gate = new();

    public void AddLine(string? line) => Add(line + "\n");

    /// <param name="text">Any part of what it writes: a runtime may hand over a line in pieces of a few letters.</param>
    public void Add(string text)
    {
        lock (_gate)
        {
            if (_text.Length < Most)
                _text.Append(text);
        }
    }

    public override string ToString()
    {
        lock (_gate)
            return string.Concat(_text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static (line, index) => (index == 0 ? ": " : " | ") + line));
    }
}
