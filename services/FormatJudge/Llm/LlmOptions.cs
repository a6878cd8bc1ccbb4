using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Judges.Format.Llm;

/// <summary>The language model that the template <c>llm</c> asks. Off by default; <see cref="Endpoint"/> and <see cref="Model"/> turn it on.</summary>
public sealed class LlmOptions : IValidatableObject
{
    public const string Section = "FormatJudge:Llm";

    /// <summary>Where an OpenAI-compatible server answers, as <c>http://localhost:8000/v1</c>; default none: no model is asked.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name there; default none.</summary>
    public string? Model { get; set; }

    /// <summary>The key that the server wants, if any: set the environment's <c>FormatJudge__Llm__Key</c>.</summary>
    public string? Key { get; set; }

    /// <summary>How long one answer may take, in seconds, 1 to 600; default 30.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>How often a call that failed is made again, 0 to 10; default 2.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>How many answers decide, by majority: an odd number, 1 to 15; default 1.</summary>
    [Range(1, 15)]
    public int Votes { get; set; } = 1;

    /// <summary>How many decisions are remembered by content, 0 to 1000000; default 4096.</summary>
    [Range(0, 1_000_000)]
    public int CacheEntries { get; set; } = 4096;

    internal bool IsOn => Endpoint is not null && !string.IsNullOrWhiteSpace(Model);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Votes % 2 == 0)
            yield return new("FormatJudge:Llm:Votes must be odd, so that there is a majority.", [nameof(Votes)]);
        if (Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme is "http" or "https"))
            yield return new("FormatJudge:Llm:Endpoint must be an http or https address, as http://localhost:8000/v1.", [nameof(Endpoint)]);
        if (Endpoint is not null != !string.IsNullOrWhiteSpace(Model))
            yield return new("FormatJudge:Llm needs both Endpoint and Model, or neither.", [nameof(Model)]);
    }
}

[OptionsValidator]
internal sealed partial class LlmOptionsValidator : IValidateOptions<LlmOptions>;
