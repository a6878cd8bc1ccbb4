namespace Judges.Training.Learning;

/// <summary>Sums over the tokens of a step, microbatch after microbatch.</summary>
internal sealed class StepTotals(GrpoOptions options, int routedLayers, int experts)
{
    private readonly float[][] _loads = [.. Enumerable.Range(0, routedLayers).Select(_ => new float[experts])];
    private double _loss;
    private double _entropy;
    private double _kl;
    private double _ratio;
    private double _ratioMin = double.PositiveInfinity;
    private double _ratioMax = double.NegativeInfinity;
    private long _clipped;

    public long Tokens { get; private set; }

    public IReadOnlyList<float[]> Loads => _loads;

    public void AddLoss(double loss) => _loss += loss;

    public void AddLoad(int layer, ReadOnlySpan<float> load)
    {
        for (var expert = 0; expert < load.Length; expert++)
            _loads[layer][expert] += load[expert];
    }

    public void AddTokens(Microbatch batch, float[] logprobs, float[] entropy, float[]? referenceLogprobs)
    {
        Tokens += logprobs.Length;
        for (var i = 0; i < logprobs.Length; i++)
        {
            var ratio = Math.Exp(logprobs[i] - batch.OldLogprobs[i]);
            _ratio += ratio;
            _ratioMin = Math.Min(_ratioMin, ratio);
            _ratioMax = Math.Max(_ratioMax, ratio);
            _entropy += entropy[i];
            if (batch.Advantages[i] < 0 ? ratio < 1 - options.ClipEpsilon : batch.Advantages[i] > 0 && ratio > 1 + options.ClipEpsilonHigh)
                _clipped++;
            if (referenceLogprobs is not null)
                _kl += Math.Exp(referenceLogprobs[i] - logprobs[i]) - (referenceLogprobs[i] - logprobs[i]) - 1;
        }
    }

    public StepMetrics Metrics(long step, double gradNorm, bool applied, double learningRate, double entropyBonus) => new()
    {
        Step = step,
        Loss = _loss,
        Entropy = _entropy / Tokens,
        GradNorm = gradNorm,
        Applied = applied,
        ClipFraction = _clipped / (double)Tokens,
        Kl = _kl / Tokens,
        RatioMean = _ratio / Tokens,
        RatioMin = _ratioMin,
        RatioMax = _ratioMax,
        LearningRate = learningRate,
        EntropyBonus = entropyBonus,
        Tokens = Tokens,
        ExpertLoadMaxOverMean = _loads.Select(static load => Models.ExpertLoad.MaxOverMean(load)).DefaultIfEmpty(1).Max(),
        ExpertLoads = _loads,
    };
}
