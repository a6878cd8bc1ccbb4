using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>
/// The named tensors of a model, in the order in which they were made. Names are those of Hugging Face checkpoints; a parameter
/// is trained, a buffer is only kept.
/// </summary>
public sealed class ParameterSet : IDisposable
{
    private readonly CounterRandom? _random;
    private readonly Dictionary<string, Tensor> _all = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, Tensor>> _trained = [];
    private readonly IReadOnlyDictionary<string, Tensor>? _existing;

    /// <param name="seed">of the weights to start from; null leaves them zero, to be loaded</param>
    internal ParameterSet(ulong? seed) => _random = seed is { } number ? new CounterRandom(number) : null;

    /// <summary>A set whose tensors are these instead of new ones.</summary>
    private ParameterSet(IReadOnlyDictionary<string, Tensor> existing) => _existing = existing;

    public IReadOnlyList<KeyValuePair<string, Tensor>> Trained => _trained;

    /// <summary>Parameters and buffers: what a checkpoint holds.</summary>
    public IReadOnlyDictionary<string, Tensor> All => _all;

    public long Count => _trained.Sum(static parameter => parameter.Value.numel());

    /// <summary>A weight drawn from N(0, std²). Each parameter has its own stream: adding one leaves the others as they were.</summary>
    internal Tensor Normal(string name, double std, params long[] shape)
    {
        if (_random is not { } source)
            return Zeros(name, shape);

        var random = source.Fork((ulong)_trained.Count);
        var values = new float[shape.Aggregate(1L, static (product, size) => checked(product * size))];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)(std * random.Normal((ulong)i));
        return Train(name, tensor(values).reshape(shape));
    }

    /// <summary>A random rotation R [size, size] and factor · Rᵀ: applied one after the other they multiply by the factor.</summary>
    internal (Tensor Rotation, Tensor Inverse) RotationAndInverse(string rotationName, string inverseName, int size, double factor)
    {
        if (_random is not { } source)
            return (Zeros(rotationName, size, size), Zeros(inverseName, size, size));

        var random = source.Fork((ulong)_trained.Count);
        var rows = Orthonormal.Rows(size, i => random.Normal((ulong)i));
        var (rotation, inverse) = (new float[size * size], new float[size * size]);
        for (var i = 0; i < size * size; i++)
        {
            var (row, column) = (i / size, i % size);
            rotation[i] = (float)rows[row][column];
            inverse[i] = (float)(factor * rows[column][row]);
        }
        return (Train(rotationName, tensor(rotation).reshape(size, size)), Train(inverseName, tensor(inverse).reshape(size, size)));
    }

    internal Tensor Ones(string name, long size) => _existing?[name] ?? Train(name, ones(size));

    internal Tensor Zeros(string name, params long[] shape) => _existing?[name] ?? Train(name, zeros(shape));

    internal Tensor Buffer(string name, long size)
    {
        if (_existing is not null)
            return _existing[name];

        var buffer = zeros(size).DetachFromDisposeScope();
        _all.Add(name, buffer);
        return buffer;
    }

    /// <summary>
    /// The trained tensors in another type, the buffers as they are. Gradients reach the tensors themselves. It owns nothing: it lives
    /// as long as the dispose scope it is made in.
    /// </summary>
    internal ParameterSet In(ScalarType type)
    {
        var existing = new Dictionary<string, Tensor>(_all, StringComparer.Ordinal);
        foreach (var (name, parameter) in _trained)
            existing[name] = parameter.to(type);
        return new(existing);
    }

    public void Dispose()
    {
        foreach (var tensor in _all.Values)
            tensor.Dispose();
    }

    private Tensor Train(string name, Tensor value)
    {
        var parameter = value.detach().requires_grad_().DetachFromDisposeScope();
        _all.Add(name, parameter);
        _trained.Add(new(name, parameter));
        return parameter;
    }
}
