using Judges.Format.Templates;
using Microsoft.Extensions.Options;

namespace Judges.Format;

/// <summary>What a host can set of the format judge.</summary>
public sealed class FormatJudgeOptions
{
    public const string Section = "FormatJudge";

    /// <summary>A YAML or JSON file that maps names to templates of the user's own; default none.</summary>
    public string? TemplateFile { get; set; }

    internal TemplateLibrary Library() => TemplateFile is { } path ? new TemplateLibrary(Templates.TemplateFile.Read(path)) : TemplateLibrary.BuiltIn;
}

/// <summary>Stops a host whose templates cannot be used, before it takes its first request.</summary>
internal sealed class FormatJudgeOptionsValidator : IValidateOptions<FormatJudgeOptions>
{
    public ValidateOptionsResult Validate(string? name, FormatJudgeOptions options)
    {
        try
        {
            options.Library();
            return ValidateOptionsResult.Success;
        }
        catch (TemplateException fault)
        {
            return ValidateOptionsResult.Fail(fault.Message);
        }
    }
}
