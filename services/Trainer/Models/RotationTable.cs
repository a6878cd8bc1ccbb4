using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>Sines and cosines by position: kept for the positions of a row, computed when asked for beyond them.</summary>
internal sealed class RotationTable : IDisposable
{
    private readonly double[] _frequencies;
    private readonly double _amplitude;
    private readonly int _kept;
    private readonly Rotation _table;

    public RotationTable(int headSize, double theta, int positions, RopeScaling? scaling = null)
    {
        (_frequencies, _amplitude, _kept) = (RopeFrequencies.Of(headSize, theta, scaling), RopeFrequencies.Amplitude(scaling), positions);
        _table = Compute(0, positions);
        _table.Cosine.DetachFromDisposeScope();
        _table.Sine.DetachFromDisposeScope();
    }

    public Rotation At(int position, int columns) => position + columns <= _kept
        ? new(_table.Cosine.narrow(0, position, columns), _table.Sine.narrow(0, position, columns))
        : Compute(position, columns);

    public void Dispose()
    {
        _table.Cosine.Dispose();
        _table.Sine.Dispose();
    }

    // [columns, 1, headSize / 2] each
    private Rotation Compute(int position, int columns)
    {
        var half = _frequencies.Length;
        var cosine = new float[columns * half];
        var sine = new float[columns * half];
        for (var i = 0; i < cosine.Length; i++)
        {
            var angle = (position + i / half) * _frequencies[i % half];
            (sine[i], cosine[i]) = ((float)(_amplitude * Math.Sin(angle)), (float)(_amplitude * Math.Cos(angle)));
        }

        return new(tensor(cosine).reshape(columns, 1, half), tensor(sine).reshape(columns, 1, half));
    }
}
