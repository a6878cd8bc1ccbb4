using System.Globalization;
using System.Text;
using Judges.Training.Tokenization.Chat.Jinja;

namespace Judges.Training.Tokenization.Chat;

/// <summary>The functions that Hugging Face gives to chat templates.</summary>
internal static class Globals
{
    private const long LongestRange = 100_000;

    public static Scope Create(TimeProvider time)
    {
        var scope = new Scope(null);
        scope.Set("raise_exception", (Callable)(static (given, _) => throw new TemplateException($"The chat template refuses: {Values.Print(given.Count > 0 ? given[0] : "")}")));
        scope.Set("range", (Callable)(static (given, _) => Range(given)));
        scope.Set("namespace", (Callable)(static (_, named) => Fill(new Namespace(), named)));
        scope.Set("dict", (Callable)(static (_, named) => Fill(new Dictionary<string, object?>(StringComparer.Ordinal), named)));
        scope.Set("strftime_now", (Callable)((given, _) => Date(Values.Text(given.Count > 0 ? given[0] : null), time.GetLocalNow())));
        return scope;
    }

    private static Dictionary<string, object?> Fill(Dictionary<string, object?> map, IReadOnlyDictionary<string, object?> entries)
    {
        foreach (var (name, value) in entries)
            map[name] = value;
        return map;
    }

    private static List<object?> Range(IReadOnlyList<object?> given)
    {
        if (given.Count is 0 or > 3)
            throw new TemplateException($"The chat template calls range with {given.Count} arguments.");
        var (start, stop) = given.Count == 1 ? (0, Values.Integer(given[0])) : (Values.Integer(given[0]), Values.Integer(given[1]));
        var step = given.Count == 3 ? Values.Integer(given[2]) : 1;
        if (step == 0 || Math.Abs((decimal)stop - start) / Math.Abs(step) > LongestRange)
            throw new TemplateException($"The chat template asks for a range from {start} to {stop} by {step}.");
        List<object?> numbers = [];
        for (var number = start; step > 0 ? number < stop : number > stop; number += step)
            numbers.Add(number);
        return numbers;
    }

    // C's strftime, as far as templates use it.
    private static string Date(string format, DateTimeOffset now)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length)
            {
                text.Append(format[i]);
                continue;
            }

            var field = format[++i] switch
            {
                'd' => "dd",
                'm' => "MM",
                'Y' => "yyyy",
                'y' => "yy",
                'b' => "MMM",
                'B' => "MMMM",
                'a' => "ddd",
                'A' => "dddd",
                'H' => "HH",
                'M' => "mm",
                'S' => "ss",
                '%' => "\\%",
                var other => throw new TemplateException($"The chat template writes a date with %{other}, which is not supported."),
            };
            text.Append(now.ToString(field, CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
