using System.Text.Json;
using Judges.Format.Language;
using Judges.Format.Llm;
using Judges.Format.Profiles;
using Judges.Format.Templates;
using Judges.Hosting;

namespace Judges.Format;

/// <summary>Says whether a response has the structure that a template describes: exactly, in linear time, the same on every machine.</summary>
public sealed class FormatJudge : IJudge<GradeFormat>
{
    /// <summary>The one template that is no structure: a language model says whether a rubric holds.</summary>
    internal const string LlmTemplate = "llm";

    private readonly TemplateLibrary _templates;
    private readonly RubricJudge? _rubrics;

    /// <summary>A judge that knows the built-in templates and asks no language model.</summary>
    public FormatJudge() : this(TemplateLibrary.BuiltIn)
    {
    }

    internal FormatJudge(TemplateLibrary templates, RubricJudge? rubrics = null) => (_templates, _rubrics) = (templates, rubrics);

    public string Name => JudgeNames.Format;

    public string Version { get; } = typeof(FormatJudge).Assembly.GetName().Version!.ToString(3);

    public ValueTask<Verdict> Grade(GradeFormat request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request is { Template: LlmTemplate, Profile: null, Grammar: null }
            ? GradeRubric(request, cancellationToken)
            : ValueTask.FromResult(Grade(request));
    }

    private async ValueTask<Verdict> GradeRubric(GradeFormat request, CancellationToken cancellationToken)
    {
        if (_rubrics is null)
            return Refuse("the template llm asks a language model, and none is set: FormatJudge__Llm__Endpoint and FormatJudge__Llm__Model name one");
        try
        {
            var detail = await _rubrics.Decide(request.Rubric!, request.Prompt, request.Response, cancellationToken);
            return Verdict(detail.Holds ? Outcome.Accepted : Outcome.Malformed, detail.Holds ? 1 : 0, JsonSerializer.SerializeToElement(detail, FormatJson.Default.RubricDetail));
        }
        catch (LlmException fault)
        {
            return Refuse($"the rubric was not judged: {fault.Message}");
        }
    }

    private Verdict Grade(GradeFormat request)
    {
        if (request.Profile is { } name)
            return GradeProfile(request, name);
        try
        {
            return GradeTemplate(request, _templates.Find(request));
        }
        catch (TemplateException fault)
        {
            return Refuse(fault.Message);
        }
    }

    private Verdict GradeTemplate(GradeFormat request, FormatTemplate template)
    {
        var target = request.Language is { } code ? KnownLanguages.All.GetValueOrDefault(code) : null;
        if (request.Language is not null && target is null)
            return Refuse($"unknown language `{request.Language}`: there are {string.Join(", ", KnownLanguages.InOrder.Select(static language => language.Code))}");
        var grading = FormatGrading.Of(FormatInput.Of(request, template), template, request.FinishReason);
        var reward = request.Credit is FormatCredit.Checks || grading.Valid ? grading.Partial : 0;
        if (target is null)
            return Verdict(grading.Valid ? Outcome.Accepted : Outcome.Malformed, reward, grading.ToJson());
        var language = LanguageGrading.Of(grading.Response, target, request.Prompt);
        var outcome = (grading.Valid, language.Score) switch
        {
            (true, 1) => Outcome.Accepted,
            (true, > 0) => Outcome.PartiallyCorrect,
            _ => Outcome.Malformed,
        };
        return Verdict(outcome, reward * language.Score, grading.ToJson(language));
    }

    private Verdict GradeProfile(GradeFormat request, string name)
    {
        if (!FormatProfiles.All.TryGetValue(name, out var profile))
            return Refuse($"unknown profile `{name}`: there are {string.Join(", ", FormatProfiles.All.Keys.Order(StringComparer.Ordinal))}");
        try
        {
            var grading = ProfileGrading.Of(profile, request);
            return Verdict(grading.Outcome, grading.Reward, JsonSerializer.SerializeToElement(grading.Detail, FormatJson.Default.ProfileDetail));
        }
        catch (ProfileException fault)
        {
            return Refuse(fault.Message);
        }
    }

    // Not the model's fault: no reward, so that nobody learns from a mistake in the request.
    private Verdict Refuse(string reason) =>
        Verdict(Outcome.JudgeError, null, JsonSerializer.SerializeToElement(new FaultDetail(reason), FormatJson.Default.FaultDetail));

    private Verdict Verdict(Outcome outcome, double? reward, JsonElement detail) => new()
    {
        Judge = Name,
        Outcome = outcome,
        Reward = reward,
        Detail = detail,
        JudgeVersion = Version,
    };
}
