using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>The one place where managed arguments become native ones and a status becomes an exception.</summary>
internal static unsafe class Invocation
{
    /// <summary>Lists up to this many words travel on the stack.</summary>
    private const int StackWords = 64;

    [SkipLocalsInit]
    internal static int Run(Operator op, ReadOnlySpan<Argument> arguments, Span<NativeValue> results)
    {
        var values = stackalloc NativeValue[arguments.Length];
        var words = stackalloc long[StackWords];
        var needed = WordsNeeded(arguments);
        var heap = needed > StackWords ? (long*)NativeMemory.Alloc((nuint)needed, sizeof(long)) : null;
        try
        {
            var free = heap is null ? words : heap;
            for (var i = 0; i < arguments.Length; i++) free = Marshal(in arguments[i], ref values[i], free);
            int produced, status;
            fixed (NativeValue* slots = results)
                status = NativeMethods.js_op_call(op.Native, values, arguments.Length, slots, results.Length, &produced);
            foreach (ref readonly var argument in arguments) GC.KeepAlive(argument.Reference);
            if (status != 0) Status.Throw(status, Describe(op, arguments));
            return produced;
        }
        finally
        {
            if (heap is not null) NativeMemory.Free(heap);
        }
    }

    private static int WordsNeeded(ReadOnlySpan<Argument> arguments)
    {
        var needed = 0;
        foreach (ref readonly var argument in arguments)
            if (argument.Tag >= Tag.String && argument.Reference is { } reference)
                needed += reference switch
                {
                    string text => Encoding.UTF8.GetMaxByteCount(text.Length) / sizeof(long) + 1,
                    Scalar[] scalars => scalars.Length * 2,
                    Array array => array.Length,
                    _ => 0,
                };
        return needed;
    }

    private static long* Marshal(in Argument argument, ref NativeValue value, long* free)
    {
        value.Tag = argument.Tag;
        switch (argument.Tag)
        {
            case Tag.Tensor:
                value.Bits = Unsafe.As<Tensor>(argument.Reference!).Pointer;
                return free;
            case Tag.Generator:
                value.Bits = Unsafe.As<Generator>(argument.Reference!).Pointer;
                return free;
            case < Tag.String or Tag.Device:
                value.Bits = argument.Bits;
                return free;
            default:
                value.Bits = (long)free;
                return free + Copy(argument.Reference!, ref value.Count, free);
        }
    }

    private static int Copy(object reference, ref int count, long* free)
    {
        switch (reference)
        {
            case long[] integers:
                integers.CopyTo(new Span<long>(free, integers.Length));
                return count = integers.Length;
            case Tensor?[] tensors:
                for (var i = 0; i < tensors.Length; i++) free[i] = tensors[i]?.Pointer ?? IntPtr.Zero;
                return count = tensors.Length;
            case double[] numbers:
                numbers.CopyTo(new Span<double>(free, numbers.Length));
                return count = numbers.Length;
            case bool[] truths:
                truths.CopyTo(new Span<bool>(free, truths.Length));
                return count = truths.Length;
            case Scalar[] scalars:
                for (var i = 0; i < scalars.Length; i++) ((NativeValue*)free)[i] = new NativeValue { Tag = scalars[i].Tag, Bits = scalars[i].Bits };
                count = scalars.Length;
                return count * 2;
            case string text:
                count = Encoding.UTF8.GetBytes(text, new Span<byte>(free, Encoding.UTF8.GetMaxByteCount(text.Length)));
                return count / sizeof(long) + 1;
            default:
                throw new ArgumentException($"An operator takes no {reference.GetType()}.");
        }
    }

    /// <summary>The call as it was made: <c>aten::mm(float32[2, 3], float32[4, 5])</c>.</summary>
    private static string Describe(Operator op, ReadOnlySpan<Argument> arguments)
    {
        var parts = new List<string>();
        foreach (ref readonly var argument in arguments)
            parts.Add(argument.Reference switch
            {
                Tensor tensor => Look(tensor),
                Tensor?[] tensors => $"[{string.Join(", ", tensors.Take(8).Select(Look))}{(tensors.Length > 8 ? $", ... {tensors.Length} tensors" : "")}]",
                long[] integers => $"[{string.Join(", ", integers)}]",
                string text => $"\"{text}\"",
                null => new Scalar(argument.Tag, argument.Bits).ToString(),
                var other => other.GetType().Name,
            });
        return $"{op.Name}({string.Join(", ", parts)})";
    }

    private static string Look(Tensor? tensor) => tensor is null ? "None" : $"{tensor.dtype}[{string.Join(", ", tensor.shape)}]";
}
