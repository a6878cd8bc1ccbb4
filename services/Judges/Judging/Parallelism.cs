using System.CommandLine;

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
            if (result.Errors.Any() is false && result.GetValueOrDefault<int>() is < 1 or > 1024)
                result.AddError("--parallelism must be from 1 to 1024");
        });
        return option;
    }
}
