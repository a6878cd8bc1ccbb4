using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>An ATen operator by name, looked up on its first call and then kept.</summary>
/// <remarks>Arguments are the schema's, in its order; those left out at the end take the schema's defaults.</remarks>
public sealed class Operator(string name, string overload = "")
{
    private IntPtr native;
    private bool sought;

    /// <summary>The name as the schema writes it, such as <c>aten::add.Tensor</c>.</summary>
    public string Name { get; } = overload.Length == 0 ? Qualified(name) : $"{Qualified(name)}.{overload}";

    /// <summary>Whether the loaded libtorch has this operator.</summary>
    public bool Exists => Find() != IntPtr.Zero;

    /// <summary>The number of arguments of the loaded libtorch's schema; zero when it has no such operator.</summary>
    public int Arity { get; private set; }

    internal IntPtr Native => native != IntPtr.Zero ? native : Find() is var found && found != IntPtr.Zero ? found
        : throw new TorchException($"{Name}: this libtorch ({torch.__version__}) has no such operator");

    /// <summary>Calls an operator whose one result is a tensor.</summary>
    public Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        var result = default(NativeValue);
        Invocation.Run(this, arguments, new Span<NativeValue>(ref result));
        return result.ToTensor()!;
    }

    /// <summary>Calls an operator whose results are two tensors.</summary>
    public (Tensor First, Tensor Second) CallTwo(params ReadOnlySpan<Argument> arguments)
    {
        Span<NativeValue> results = stackalloc NativeValue[2];
        Invocation.Run(this, arguments, results);
        return (results[0].ToTensor()!, results[1].ToTensor()!);
    }

    /// <summary>Calls an operator whose results are three tensors.</summary>
    public (Tensor First, Tensor Second, Tensor Third) CallThree(params ReadOnlySpan<Argument> arguments)
    {
        Span<NativeValue> results = stackalloc NativeValue[3];
        Invocation.Run(this, arguments, results);
        return (results[0].ToTensor()!, results[1].ToTensor()!, results[2].ToTensor()!);
    }

    /// <summary>Calls an operator for the first of its several results, which are at most eight.</summary>
    public Tensor CallFirst(params ReadOnlySpan<Argument> arguments)
    {
        Span<NativeValue> results = stackalloc NativeValue[8];
        var count = Invocation.Run(this, arguments, results);
        foreach (var result in results[1..count]) result.Release();
        return results[0].ToTensor()!;
    }

    /// <summary>Calls an operator whose result is a list of tensors.</summary>
    public Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        var result = default(NativeValue);
        Invocation.Run(this, arguments, new Span<NativeValue>(ref result));
        return result.ToTensors();
    }

    /// <summary>Calls an operator whose result is a number or a truth value.</summary>
    public Scalar CallScalar(params ReadOnlySpan<Argument> arguments)
    {
        var result = default(NativeValue);
        Invocation.Run(this, arguments, new Span<NativeValue>(ref result));
        return new Scalar(result.Tag, result.Bits);
    }

    /// <summary>Calls an operator for its effect; results, if any, are released.</summary>
    public void Run(params ReadOnlySpan<Argument> arguments)
    {
        Span<NativeValue> results = stackalloc NativeValue[8];
        var count = Invocation.Run(this, arguments, results);
        foreach (var result in results[..count]) result.Release();
    }

    private IntPtr Find()
    {
        if (Volatile.Read(ref sought)) return native;
        Status.Check(NativeMethods.js_op_find(Qualified(name), overload, out var found, out var arity), Name);
        Arity = arity;
        native = found;
        Volatile.Write(ref sought, true);
        return found;
    }

    private static string Qualified(string name) => name.Contains("::", StringComparison.Ordinal) ? name : $"aten::{name}";
}
