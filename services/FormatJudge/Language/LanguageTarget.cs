namespace Judges.Format.Language;

/// <summary>The language that a response should be in: what the request names, or what its prompt is in. Never what the response is in.</summary>
internal static class LanguageTarget
{
    /// <summary>Stands for the language of the prompt.</summary>
    public const string Auto = "auto";

    private const int LeastMargin = 3 * LanguageTable.Unit;

    /// <summary>Finds the language, or says why there is none.</summary>
    public static (KnownLanguage? Language, string? Fault) Of(GradeFormat request) => request.Language switch
    {
        null => default,
        Auto => OfPrompt(request.Prompt),
        var code when KnownLanguages.All.TryGetValue(code, out var named) => (named, null),
        var code => (null, $"unknown language `{code}`: there are {Auto}, {string.Join(", ", KnownLanguages.InOrder.Select(static language => language.Code))}"),
    };

    private static (KnownLanguage?, string?) OfPrompt(string? prompt) =>
        LanguageGuess.Of(prompt) is { Language: { } language } guess && (language.Lane is null || guess.Margin >= LeastMargin)
            ? (language, null)
            : (null, $"`prompt` does not tell its language: name one in `language` instead of `{Auto}`");
}
