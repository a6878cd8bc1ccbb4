using System.Collections.Concurrent;

namespace Judges.Format.Llm;

/// <summary>Asks a language model whether a rubric holds of a response; the majority of its answers decides, and a decision is remembered.</summary>
internal sealed class RubricJudge(LlmClient client, LlmOptions options)
{
    private readonly ConcurrentDictionary<string, RubricDetail> _decided = new(StringComparer.Ordinal);

    /// <exception cref="LlmException">The model failed, or evaded so often that there is no majority.</exception>
    public async ValueTask<RubricDetail> Decide(string rubric, string? question, string response, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexString(RubricPrompt.Hash(options.Endpoint!.AbsoluteUri, options.Model, $"{options.Votes}", rubric, question, response));
        if (_decided.TryGetValue(key, out var known))
            return known;
        var messages = RubricPrompt.Of(rubric, question, response);
        var answers = await Task.WhenAll(Enumerable.Range(0, options.Votes).Select(vote => client.Ask(messages, vote, cancellationToken)));
        bool?[] votes = [.. answers.Select(RubricPrompt.Read)];
        var (yes, no) = (votes.Count(static vote => vote is true), votes.Count(static vote => vote is false));
        if (Math.Max(yes, no) <= options.Votes / 2)
            throw new LlmException($"the model did not decide: {yes} yes, {no} no, {options.Votes - yes - no} without a verdict in the last line", mayPass: false);
        var detail = new RubricDetail(options.Model!, yes > no, yes, no, options.Votes - yes - no);
        if (_decided.Count >= options.CacheEntries)
            _decided.Clear();
        if (options.CacheEntries > 0)
            _decided[key] = detail;
        return detail;
    }
}

/// <summary>The evidence of the template <c>llm</c>.</summary>
/// <param name="Model">Who was asked.</param>
/// <param name="Holds">Whether the rubric holds.</param>
/// <param name="Yes">How many answers say so.</param>
/// <param name="No">How many say that it does not.</param>
/// <param name="Undecided">How many say neither.</param>
internal sealed record RubricDetail(string Model, bool Holds, int Yes, int No, int Undecided)
{
    public string Template { get; } = FormatJudge.LlmTemplate;
}
