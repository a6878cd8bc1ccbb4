using System.CommandLine;
using System.Globalization;

namespace Judges.Standalone.Judging;

/// <summary>The option that says how many requests are judged at a time.</summary>
internal static class Parallelism
{
    public static Option<int> Option()
    {
        var option = new Option<int>("--parallelism", "-p")
        {
            Description = "How many requests are judged at a time, 1 to 1024",
            HelpName = "N",
            DefaultValueFactory = static _ => Environment.ProcessorCount,
        };
        option.Validators.Add(static result =>
        {
            // What is no number at all is refused by the parser.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var count) && count is < 1 or > 1024)
                result.AddError("--parallelism must be from 1 to 1024");
        });
        return option;
    }
}
