using Judges.Training.Models;
using static TorchSharp.torch;

namespace Judges.Training.Learning;

/// <summary>Some of a step's sequences as tensors: prompts end in one column, completions begin in the next.</summary>
/// <param name="Rows">prompt and completion but for its last token, which is only predicted</param>
/// <param name="Positions">[n] which of the B·T outputs predicts each completion token</param>
/// <param name="Targets">[n] int64, the completion tokens</param>
internal sealed record Microbatch(
    PaddedRows Rows, Tensor Positions, Tensor Targets, float[] OldLogprobs, float[] Advantages, float[] Weights, float[] Exploration)
{
    /// <summary>Cuts a step, in order, so that no part exceeds <paramref name="maxTokens"/> after padding; one sequence always fits.</summary>
    public static IEnumerable<Range> Cut(IReadOnlyList<TrainingSequence> sequences, int maxTokens)
    {
        int start = 0, prompt = 0, completion = 0;
        for (var i = 0; i < sequences.Count; i++)
        {
            var (longestPrompt, longestCompletion) = (Math.Max(prompt, sequences[i].Prompt.Length), Math.Max(completion, Length(sequences[i])));
            if (i > start && (long)(longestPrompt + longestCompletion - 1) * (i + 1 - start) > maxTokens)
            {
                yield return start..i;
                (start, longestPrompt, longestCompletion) = (i, sequences[i].Prompt.Length, Length(sequences[i]));
            }

            (prompt, completion) = (longestPrompt, longestCompletion);
        }

        if (start < sequences.Count)
            yield return start..sequences.Count;
    }

    // weights: of one token in each sequence
    public static Microbatch Pack(ReadOnlySpan<TrainingSequence> sequences, ReadOnlySpan<float> weights)
    {
        int prompt = 0, completion = 0, total = 0;
        foreach (var sequence in sequences)
            (prompt, completion, total) = (Math.Max(prompt, sequence.Prompt.Length), Math.Max(completion, Length(sequence)), total + Length(sequence));

        var columns = prompt + completion - 1;
        var tokens = new long[sequences.Length * columns];
        var (starts, ends) = (new int[sequences.Length], new int[sequences.Length]);
        var (positions, targets) = (new long[total], new long[total]);
        var (oldLogprobs, advantages) = (new float[total], new float[total]);
        var (tokenWeights, exploration) = (new float[total], new float[total]);
        for (int row = 0, n = 0; row < sequences.Length; row++)
        {
            var sequence = sequences[row];
            (starts[row], ends[row]) = (prompt - sequence.Prompt.Length, prompt + Length(sequence) - 1);
            for (var i = 0; i < sequence.Prompt.Length; i++)
                tokens[row * columns + starts[row] + i] = sequence.Prompt[i];
            for (var i = 0; i < Length(sequence); i++, n++)
            {
                (positions[n], targets[n]) = (row * columns + prompt - 1 + i, sequence.Completion.Tokens[i]);
                (oldLogprobs[n], advantages[n]) = (sequence.Completion.Logprobs[i], (float)sequence.Advantage);
                (tokenWeights[n], exploration[n]) = (weights[row], (float)sequence.Exploration);
                if (i < Length(sequence) - 1)
                    tokens[row * columns + prompt + i] = targets[n];
            }
        }

        return new(PaddedRows.Pack(tokens, columns, starts, ends), tensor(positions), tensor(targets), oldLogprobs, advantages, tokenWeights, exploration);
    }

    private static int Length(TrainingSequence sequence) => sequence.Completion.Tokens.Count;
}
