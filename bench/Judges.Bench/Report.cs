using System.Globalization;

namespace Judges.Bench;

/// <summary>Prints measurements as they come and the ratios at the end.</summary>
internal sealed class Report(TextWriter output)
{
    private readonly List<string> _ratios = [];

    public void Title(string name) => output.WriteLine(name);

    public void Line(string what, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-58} {value,12:N1} {unit}"));

    public void Note(string text) => output.WriteLine("  " + text);

    public void Ratio(string what, double ratio) => _ratios.Add(string.Create(CultureInfo.InvariantCulture, $"  {what,-58} {ratio,12:N2} x"));

    public void Ratios()
    {
        if (_ratios.Count == 0)
            return;
        output.WriteLine("ratios");
        foreach (var ratio in _ratios)
            output.WriteLine(ratio);
    }
}
