using Judges.Format.Language;

namespace Judges.LanguageTables.Learning;

/// <summary>Logistic regression over the rows of words: which language of its script a word is of. AdaGrad; the seed makes it repeatable.</summary>
internal sealed class Learner
{
    private const int Epochs = 12;
    private const float Rate = 0.08f;
    private const float Decay = 2e-7f;
    private const int Lanes = LanguageTable.Lanes;

    private static readonly int[][] s_rivals =
    [
        .. KnownLanguages.Lanes.Select(static language =>
            KnownLanguages.Lanes.Where(rival => rival.Script == language.Script).Select(static rival => rival.Lane!.Value).ToArray()),
    ];

    private readonly float[] _weights = new float[(1 << WordFeatures.BucketBits) * Lanes];
    private readonly float[] _squares = new float[(1 << WordFeatures.BucketBits) * Lanes];
    private readonly float[] _shares = new float[Lanes];

    public static sbyte[] Learn(IReadOnlyList<Sample> samples, int seed, Action<string> say)
    {
        var learner = new Learner();
        var random = new Random(seed);
        var order = Enumerable.Range(0, samples.Count).ToArray();
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            var (loss, total) = (0.0, 0.0);
            foreach (var at in order)
            {
                loss += learner.Step(samples[at]);
                total += samples[at].Weight;
            }
            say($"epoch {epoch} of {Epochs}: {loss / total:F4} nats a word");
        }
        return [.. learner._weights.Select(static weight => (sbyte)Math.Clamp(MathF.Round(weight * LanguageTable.Unit), -127, 127))];
    }

    private float Step(Sample sample)
    {
        var list = new RowList(stackalloc int[WordFeatures.Most]);
        WordFeatures.Visit(sample.Word, ref list);
        var rows = list.Rows;
        var rivals = s_rivals[sample.Lane];
        Predict(rows, rivals);
        foreach (var rival in rivals)
        {
            var slope = sample.Weight * (_shares[rival] - (rival == sample.Lane ? 1 : 0));
            foreach (var row in rows)
            {
                ref var weight = ref _weights[row * Lanes + rival];
                ref var square = ref _squares[row * Lanes + rival];
                var gradient = slope + Decay * weight;
                square += gradient * gradient;
                weight -= Rate * gradient / (MathF.Sqrt(square) + 1e-6f);
            }
        }
        return -sample.Weight * MathF.Log(Math.Max(_shares[sample.Lane], 1e-9f));
    }

    // Softmax of the rows' sums.
    private void Predict(ReadOnlySpan<int> rows, int[] rivals)
    {
        var most = float.MinValue;
        foreach (var rival in rivals)
        {
            var score = 0f;
            foreach (var row in rows)
                score += _weights[row * Lanes + rival];
            _shares[rival] = score;
            most = Math.Max(most, score);
        }
        var sum = 0f;
        foreach (var rival in rivals)
            sum += _shares[rival] = MathF.Exp(_shares[rival] - most);
        foreach (var rival in rivals)
            _shares[rival] /= sum;
    }

    private ref struct RowList(Span<int> room) : IRowVisitor
    {
        private readonly Span<int> _room = room;
        private int _count;

        public readonly ReadOnlySpan<int> Rows => _room[.._count];

        public void Visit(int row) => _room[_count++] = row;
    }
}
