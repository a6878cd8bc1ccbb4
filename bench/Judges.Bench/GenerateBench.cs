using System.Text.Json;
using Judges.Training.Generation;
using Judges.Training.Models;

namespace Judges.Bench;

/// <summary>
/// Rollouts of a training step: groups of samples per prompt, most of which end long before the longest. Against a plain PyTorch loop over a
/// key/value cache, which reads each prompt once per sample and runs until the last row has ended. One thread each, processor time.
/// </summary>
internal static class GenerateBench
{
    private const int Prompts = 8, GroupSize = 8, PromptTokens = 64, MaxTokens = 96, RowsAtOnce = 32, GreedyTokens = 24, Rounds = 2;
    private const double StopShare = 0.04; // of the vocabulary ends a completion: lengths as a policy's are, many short and few long

    public static async Task Measure(Report report, CancellationToken cancellationToken)
    {
        TorchSettings.Threads();
        foreach (var (name, config) in BenchModels.All)
        {
            using var model = new Decoder(config, seed: 1);
            var prompts = Asked(config);
            var stops = (int)(config.VocabularySize * StopShare);
            var ours = Ours(model, prompts, stops, cancellationToken);
            report.Line($"{name}: {Prompts} prompts of {PromptTokens} tokens x {GroupSize} samples", ours, "tokens/s");
            if (await PyTorchTwin.Run(report, model, Job(prompts, stops), cancellationToken) is not { } peer)
                continue;

            var theirs = peer.GetProperty("tokensPerSecond").GetDouble();
            report.Line($"{name}: the same in a plain PyTorch loop", theirs, "tokens/s");
            report.Note($"{name}: {Agreeing(model, prompts, peer, cancellationToken)} of {Prompts} greedy continuations of {GreedyTokens} tokens are the same");
            report.Ratio($"generate: {name}, our tokens/s against PyTorch's", ours / theirs);
        }
    }

    private static int[][] Asked(DecoderConfig config)
    {
        var random = new CounterRandom(3);
        return [.. Enumerable.Range(0, Prompts).Select(prompt =>
        {
            var source = random.Fork((ulong)prompt);
            return Enumerable.Range(0, PromptTokens).Select(i => (int)(source.Bits((ulong)i) % (ulong)config.VocabularySize)).ToArray();
        })];
    }

    private static double Ours(Decoder model, int[][] prompts, int stops, CancellationToken cancellationToken)
    {
        var options = new SamplingOptions { MaxTokens = MaxTokens, EosToken = 0, StopTokens = [.. Enumerable.Range(1, stops - 1)], MaxRows = RowsAtOnce };
        Clock.WarmUp(() => new Generator(model).Generate(prompts, GroupSize, options, seed: 0, cancellationToken));
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Clock.ProcessorSeconds;
            var completions = new Generator(model).Generate(prompts, GroupSize, options, seed: (ulong)round, cancellationToken);
            best = Math.Max(best, completions.Sum(static completion => completion.Tokens.Count) / (Clock.ProcessorSeconds - started));
        }
        return best;
    }

    private static int Agreeing(Decoder model, int[][] prompts, JsonElement peer, CancellationToken cancellationToken)
    {
        var options = new SamplingOptions { MaxTokens = GreedyTokens, EosToken = -1, Greedy = true };
        var answers = new Generator(model).Generate(prompts, 1, options, seed: 0, cancellationToken);
        return answers.Index().Count(answer =>
            answer.Item.Tokens.SequenceEqual(peer.GetProperty("greedy")[answer.Index].EnumerateArray().Select(static token => token.GetInt32())));
    }

    private static Dictionary<string, object> Job(int[][] prompts, int stops) => new()
    {
        ["kind"] = "generate",
        ["prompts"] = prompts,
        ["groupSize"] = GroupSize,
        ["maxTokens"] = MaxTokens,
        ["stopTokens"] = stops,
        ["greedyTokens"] = GreedyTokens,
        ["rounds"] = Rounds,
    };
}
