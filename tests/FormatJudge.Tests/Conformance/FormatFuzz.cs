using Judges.Format.Profiles;

namespace Judges.Format.Conformance;

/// <summary>
/// Judges mutated requests twice: nothing may throw, break the contract, take long, or come out otherwise the second time, and what is accepted
/// must be what a slow and obvious reading accepts.
/// </summary>
internal static class FormatFuzz
{
    private static readonly TimeSpan MostPerInput = TimeSpan.FromSeconds(2);

    /// <summary>What went wrong, the first ten; empty when nothing did.</summary>
    public static IReadOnlyList<string> Run(int inputs, int seed, TimeProvider time, CancellationToken cancellationToken)
    {
        var (one, two) = (new FormatJudge(), new FormatJudge());
        var mutator = new ResponseMutator(seed);
        string[] profiles = [.. FormatProfiles.All.Keys.Order(StringComparer.Ordinal)];
        var wrong = new List<string>();
        for (var number = 0; number < inputs && wrong.Count < 10; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var request = mutator.Next(profiles);
            var started = time.GetTimestamp();
            try
            {
                var first = one.Grade(request, cancellationToken).AsTask().GetAwaiter().GetResult();
                var second = two.Grade(request, cancellationToken).AsTask().GetAwaiter().GetResult();
                var fault = first.Defect()
                    ?? (Text(first) != Text(second) ? "another verdict the second time" : null)
                    ?? (first.Passed && request is { Profile: null, Template: "think-answer" } && !Obvious(request) ? "accepted and wrong" : null)
                    ?? (time.GetElapsedTime(started) > MostPerInput ? "took long" : null);
                if (fault is not null)
                    wrong.Add($"seed {seed}, input {number}: {fault}: {request}");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                wrong.Add($"seed {seed}, input {number}: {fault.GetType().Name}: {fault.Message}: {request}");
            }
        }
        return wrong;
    }

    private static string Text(Verdict verdict) => $"{verdict.Outcome} {verdict.Reward:R} {verdict.Detail?.GetRawText()}";

    // Each tag once, in order, nothing outside, nothing empty, and not cut off.
    private static bool Obvious(GradeFormat request)
    {
        var text = (request.Prefilled + request.Response).Trim();
        string[] tags = ["<think>", "</think>", "<answer>", "</answer>"];
        int[] places = [.. tags.Select(tag => text.IndexOf(tag, StringComparison.Ordinal))];
        return request.FinishReason is not FinishReason.Length
            && tags.All(tag => text.Split(tag).Length == 2)
            && places is [0, > 0, > 0, > 0] && places[1] < places[2] && places[2] < places[3]
            && text.EndsWith(tags[3], StringComparison.Ordinal)
            && string.IsNullOrWhiteSpace(text[(places[1] + tags[1].Length)..places[2]])
            && text[(places[0] + tags[0].Length)..places[1]].Trim() is { Length: > 0 } thought
            && text[(places[2] + tags[2].Length)..places[3]].Trim() is { Length: > 0 } answer
            && thought != answer;
    }
}
