using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>An ATen operator by name, of which the TorchSharp package has no door to any: whoever asks takes the other way.</summary>
public sealed class Operator(string name, string overload = "")
{
    public string Name { get; } = overload.Length == 0 ? name : $"{name}.{overload}";

    public bool Exists { get; }

    public int Arity { get; }

    public Tensor Call(params object?[] arguments) => throw Unavailable(arguments);

    public Tensor CallFirst(params object?[] arguments) => throw Unavailable(arguments);

    public (Tensor First, Tensor Second, Tensor Third) CallThree(params object?[] arguments) => throw Unavailable(arguments);

    public Tensor[] CallList(params object?[] arguments) => throw Unavailable(arguments);

    public void Run(params object?[] arguments) => throw Unavailable(arguments);

    private NotSupportedException Unavailable(object?[] arguments) => new($"{Name} with {arguments.Length} arguments: the TorchSharp package calls no operator by name.");
}
