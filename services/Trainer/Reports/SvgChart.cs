using System.Globalization;
using System.Net;
using System.Text;

namespace Judges.Training.Reports;

/// <summary>A line of a chart.</summary>
internal sealed record Series(string Name, IReadOnlyList<double> Values);

/// <summary>Draws curves over steps as one inline SVG: no script, no network.</summary>
internal static class SvgChart
{
    private const double Width = 460, Height = 220, Left = 46, Right = 12, Top = 12, Bottom = 28;

    private static readonly string[] Colours = ["#2563eb", "#dc2626", "#059669", "#d97706", "#7c3aed", "#0891b2"];

    /// <param name="title">What is drawn.</param>
    /// <param name="series">The curves; each value belongs to the step of its place, from 1.</param>
    /// <param name="floor">The lowest value that the axis shows at least, or null to fit.</param>
    /// <param name="ceiling">The highest value that the axis shows at least, or null to fit.</param>
    public static string Draw(string title, IReadOnlyList<Series> series, double? floor = null, double? ceiling = null)
    {
        var steps = Math.Max(2, series.Max(static line => line.Values.Count));
        var values = series.SelectMany(static line => line.Values).Where(double.IsFinite).ToList();
        var low = Math.Min(floor ?? double.MaxValue, values.Count > 0 ? values.Min() : 0);
        var high = Math.Max(ceiling ?? double.MinValue, values.Count > 0 ? values.Max() : 1);
        if (high - low < 1e-9)
            (low, high) = (low - 0.5, high + 0.5);

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>{WebUtility.HtmlEncode(title)}</figcaption>");
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">");
        for (var tick = 0; tick <= 4; tick++)
        {
            var value = low + (high - low) * tick / 4;
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(value):F1}\" y2=\"{Y(value):F1}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Y(value) + 4:F1}\" text-anchor=\"end\">{value:G3}</text>");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{Height - 8}\">1</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right}\" y=\"{Height - 8}\" text-anchor=\"end\">step {steps}</text>");
        foreach (var (index, line) in series.Index())
        {
            var points = string.Join(' ', line.Values.Index().Where(static point => double.IsFinite(point.Item))
                .Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Index):F1},{Y(point.Item):F1}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{Colours[index % Colours.Length]}\" points=\"{points}\"/>");
        }
        svg.Append("</svg><p class=\"legend\">");
        foreach (var (index, line) in series.Index())
            svg.Append(CultureInfo.InvariantCulture, $"<span style=\"color:{Colours[index % Colours.Length]}\">■ {WebUtility.HtmlEncode(line.Name)}</span> ");
        return svg.Append("</p></figure>").ToString();

        double X(int step) => Left + (Width - Left - Right) * step / (steps - 1);

        double Y(double value) => Top + (Height - Top - Bottom) * (high - value) / (high - low);
    }
}
