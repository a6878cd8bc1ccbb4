using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Training.Generation;

/// <summary>Samples completions from a policy: each prompt is read once, then its group decodes together over a key/value cache.</summary>
public sealed class Generator(Decoder policy)
{
    /// <summary>
    /// <paramref name="groupSize"/> completions of each prompt, group after group. The same weights, prompts and seed give the same
    /// completions.
    /// </summary>
    public IReadOnlyList<Completion> Generate(
        IReadOnlyList<int[]> prompts, int groupSize, SamplingOptions options, ulong seed, CancellationToken cancellationToken)
    {
        Check(prompts, groupSize, options);
        if (prompts.Count == 0)
            return [];

        using var _ = inference_mode();
        using var scope = NewDisposeScope();
        var longest = prompts.Max(static prompt => prompt.Length);
        var groups = Math.Min(Math.Max(options.MaxRows / groupSize, 1), prompts.Count); // at once
        var room = longest + options.MaxTokens;
        var fused = policy.Fuse(ExpertPaths.ForGeneration(policy.Config, groups * groupSize));
        var reader = new PromptReader(fused, options.RecordExperts ? policy.RoutedLayers : 0);
        var drafts = new List<Draft>(prompts.Count * groupSize);
        var endings = new Endings(options);

        var first = reader.Read([.. prompts.Take(groups)], longest, groups == prompts.Count ? room : 2 * room, origin: 0);
        var batch = new GenerationBatch(fused, first, Begin(first), longest, options.RecordExperts && policy.RoutedLayers > 0);
        var sampler = new TokenSampler(options, seed);
        for (var waiting = prompts.Skip(groups).ToList(); ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            batch.Sample(sampler);
            if (batch.Done && waiting.Count == 0)
                return [.. drafts.Select(static draft => draft.Complete())];

            if (waiting.Count == 0)
                batch.Compact();
            batch.Advance();
            if (waiting.Count > 0 && batch.Free / groupSize is > 0 and var places)
                Refill(waiting, places);
        }

        void Refill(List<int[]> waiting, int places)
        {
            int[][] next = [.. waiting.Take(places)];
            waiting.RemoveRange(0, next.Length);
            var columns = next.Max(static prompt => prompt.Length);
            using var reading = reader.Read(next, columns, columns, batch.Position - columns);
            batch.Refill(reading, Begin(reading));
        }

        Draft[] Begin(Reading reading)
        {
            Draft[] begun = [.. reading.Experts.SelectMany(experts => Enumerable.Repeat(experts, groupSize))
                .Select((experts, i) => new Draft(drafts.Count + i, endings, options.MaxTokens, experts))];
            drafts.AddRange(begun);
            return begun;
        }
    }

    private void Check(IReadOnlyList<int[]> prompts, int groupSize, SamplingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groupSize, 1);
        options.Validate(policy.Config);
        foreach (var prompt in prompts)
        {
            if (prompt.Length == 0)
                throw new ArgumentException("A prompt has at least one token.", nameof(prompts));
            if (prompt.Length + options.MaxTokens > policy.Config.MaxPositions)
            {
                throw new ArgumentException(
                    $"A prompt of {prompt.Length} tokens and a completion of {options.MaxTokens} exceed the decoder's {policy.Config.MaxPositions} positions.",
                    nameof(prompts));
            }

            if (prompt.Any(token => (uint)token >= (uint)policy.Config.VocabularySize))
                throw new ArgumentException($"A prompt has a token outside of the vocabulary of {policy.Config.VocabularySize}.", nameof(prompts));
        }
    }
}
