using Judges.Training.Generation;
using Judges.Training.Models.Families;

namespace Judges.Training.Checkpoints.HuggingFace;

/// <summary>How a checkpoint wants to be sampled: its generation_config.json, and config.json for the end tokens where that says nothing.</summary>
public static class GenerationConfig
{
    private const string File = "generation_config.json";

    /// <param name="maxTokens">the longest completion</param>
    public static SamplingOptions Read(string directory, int maxTokens)
    {
        var fields = JsonFields.Exists(directory, File) ? JsonFields.Read(directory, File) : ConfigFields.Empty;
        var ends = Ends(fields);
        if (ends.Count == 0)
            ends = Ends(JsonFields.Read(directory, PretrainedDirectory.ConfigFile));
        if (ends.Count == 0)
            throw new InvalidDataException($"Neither {File} nor {PretrainedDirectory.ConfigFile} in {directory} says which token ends a text (eos_token_id).");

        var temperature = fields.Double("temperature", 1);
        return new()
        {
            MaxTokens = maxTokens,
            EosToken = ends[0],
            StopTokens = [.. ends.Skip(1)],
            Greedy = !fields.Bool("do_sample") || temperature == 0,
            Temperature = temperature == 0 ? 1 : temperature,
            TopK = fields.Int("top_k", 0),
            TopP = fields.Double("top_p", 1),
            MinP = fields.Double("min_p", 0),
        };
    }

    private static IReadOnlyList<int> Ends(ConfigFields fields) => fields.IntOrInts("eos_token_id");
}
