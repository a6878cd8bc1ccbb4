using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>
/// One application of an autograd function: the graph keeps it, by a handle, from the forward call to the last backward one. Backward
/// runs on a thread of the engine; what is thrown there comes back as the message of the exception of the call that started it.
/// </summary>
internal sealed unsafe class FunctionCall(autograd.AutogradContext context, Func<List<Tensor>> forward, Func<List<Tensor>, List<Tensor?>> backward, int inputs)
{
    private const int Ok = 0;
    private const int Failed = 1;
    private const int MostOutputs = 32;

    private Func<List<Tensor>>? forward = forward;
    private Exception? failure;

    internal List<Tensor> Apply(IReadOnlyList<Tensor> tensors)
    {
        var pointers = stackalloc IntPtr[tensors.Count];
        var results = stackalloc IntPtr[MostOutputs];
        for (var i = 0; i < tensors.Count; i++) pointers[i] = tensors[i].Pointer;
        var function = new NativeFunction
        {
            State = GCHandle.ToIntPtr(GCHandle.Alloc(this)),
            Forward = &Forward,
            Backward = &Backward,
            Release = &Release,
            Inputs = tensors.Count,
            Capacity = MostOutputs,
        };
        var status = NativeMethods.js_function_apply(&function, pointers, results, out var produced);
        GC.KeepAlive(tensors);
        forward = null;   // it holds what it was called with
        if (failure is { } thrown) throw new TorchException($"{context.Function}: {thrown.Message}", thrown);
        Status.Check(status, context.Function);
        var made = new List<Tensor>(produced);
        for (var i = 0; i < produced; i++) made.Add(new Tensor(results[i]));
        return made;
    }

    [UnmanagedCallersOnly]
    private static int Forward(IntPtr state, IntPtr native, IntPtr* tensors, int count, IntPtr* results, int capacity, int* produced) =>
        Of(state).Run(native, results, capacity, produced, static (call, _) => [.. call.forward!()], []);

    [UnmanagedCallersOnly]
    private static int Backward(IntPtr state, IntPtr native, IntPtr* tensors, int count, IntPtr* results, int capacity, int* produced)
    {
        var gradients = new IntPtr[count];
        for (var i = 0; i < count; i++) gradients[i] = tensors[i];
        return Of(state).Run(native, results, capacity, produced, static (call, lent) => call.Backward(lent), gradients);
    }

    [UnmanagedCallersOnly]
    private static void Release(IntPtr state) => GCHandle.FromIntPtr(state).Free();

    private static FunctionCall Of(IntPtr state) => Unsafe.As<FunctionCall>(GCHandle.FromIntPtr(state).Target!);

    private List<Tensor?> Backward(IntPtr[] lent)
    {
        List<Tensor> gradients = [.. lent.Select(static pointer => pointer == IntPtr.Zero ? null! : Own(pointer))];
        var found = backward(gradients);
        return found.Count == inputs ? found : throw new InvalidOperationException($"A backward for {inputs} tensors gave {found.Count} gradients.");
    }

    /// <summary>Nothing may unwind into the engine, and nothing the callback made may outlive it but its results.</summary>
    private int Run(IntPtr native, IntPtr* results, int capacity, int* produced, Func<FunctionCall, IntPtr[], List<Tensor?>> body, IntPtr[] lent)
    {
        try
        {
            using var scope = NewDisposeScope();
            using var _ = context.Enter(native);
            var made = body(this, lent);
            if (made.Count > capacity) throw new InvalidOperationException($"There is room for {capacity} tensors, {made.Count} were returned.");
            for (var i = 0; i < made.Count; i++) results[i] = made[i] is { } tensor ? Aliased(tensor) : IntPtr.Zero;
            *produced = made.Count;
            return Ok;
        }
        catch (Exception error)   // whatever it is: C++ frames lie above
        {
            if (forward is not null) failure = error;
            NativeMethods.js_fail($"{context.Function}: {error.Message}");
            return Failed;
        }
    }

    private static IntPtr Aliased(Tensor tensor)
    {
        Status.Check(NativeMethods.js_tensor_alias(tensor.Pointer, out var alias));
        GC.KeepAlive(tensor);
        return alias;
    }

    private static Tensor Own(IntPtr lent)
    {
        Status.Check(NativeMethods.js_tensor_alias(lent, out var alias));
        return new Tensor(alias);
    }
}
