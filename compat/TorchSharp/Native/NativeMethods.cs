using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>The functions of shim.h, one to one.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Lib = TorchLibrary.Name;

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, TorchLibrary.Resolve);

    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int js_op_find(string name, string overload, out IntPtr op, out int arguments);
    [LibraryImport(Lib)]
    internal static partial int js_op_call(IntPtr op, NativeValue* arguments, int count, NativeValue* results, int capacity, int* produced);

    [LibraryImport(Lib)]
    internal static partial int js_tensor_free(IntPtr tensor);
    [LibraryImport(Lib)]
    internal static partial int js_tensor_alias(IntPtr tensor, out IntPtr alias);
    [LibraryImport(Lib), SuppressGCTransition]
    internal static partial int js_tensor_describe(IntPtr tensor, TensorInfo* info);
    [LibraryImport(Lib)]
    internal static partial int js_tensor_set_requires_grad(IntPtr tensor, int value);
    [LibraryImport(Lib)]
    internal static partial int js_tensor_grad(IntPtr tensor, out IntPtr grad);
    [LibraryImport(Lib)]
    internal static partial int js_tensor_set_grad(IntPtr tensor, IntPtr grad);
    [LibraryImport(Lib)]
    internal static partial int js_tensor_retain_grad(IntPtr tensor);
    [LibraryImport(Lib)]
    internal static partial int js_tensor_live_handles(out long count);

    [LibraryImport(Lib)]
    internal static partial int js_backward(IntPtr* roots, int count, IntPtr* gradients, IntPtr* inputs, int inputCount, int retainGraph, int createGraph);
    [LibraryImport(Lib)]
    internal static partial int js_grad(IntPtr* roots, int count, IntPtr* gradients, IntPtr* inputs, int inputCount, int retainGraph, int createGraph, int allowUnused, IntPtr* results);

    [LibraryImport(Lib)]
    internal static partial int js_function_apply(NativeFunction* function, IntPtr* inputs, IntPtr* outputs, out int produced);
    [LibraryImport(Lib)]
    internal static partial int js_function_save(IntPtr context, IntPtr* tensors, int count);
    [LibraryImport(Lib)]
    internal static partial int js_function_saved(IntPtr context, IntPtr* tensors, int capacity, out int count);
    [LibraryImport(Lib)]
    internal static partial int js_function_mark(IntPtr context, IntPtr* tensors, int count, int dirty);
    [LibraryImport(Lib)]
    internal static partial int js_function_materialize(IntPtr context, int value);

    [LibraryImport(Lib)]
    internal static partial int js_memory_stats(int deviceType, int deviceIndex, out NativeMemoryStats memory);
    [LibraryImport(Lib)]
    internal static partial int js_memory_reset_peak(int deviceType, int deviceIndex);
    [LibraryImport(Lib)]
    internal static partial int js_memory_empty_cache(int deviceType);

    [LibraryImport(Lib)]
    internal static partial int js_stream_current(int deviceType, int deviceIndex, out NativeStream stream);
    [LibraryImport(Lib)]
    internal static partial int js_stream_new(int deviceType, int deviceIndex, out NativeStream stream);
    [LibraryImport(Lib)]
    internal static partial int js_stream_exchange(in NativeStream next, out NativeStream previous);
    [LibraryImport(Lib)]
    internal static partial int js_stream_synchronize(in NativeStream stream);
    [LibraryImport(Lib)]
    internal static partial int js_stream_wait(in NativeStream waiting, in NativeStream awaited);

    [LibraryImport(Lib)]
    internal static partial int js_autocast(int deviceType, out int enabled, out int dtype);
    [LibraryImport(Lib)]
    internal static partial int js_set_autocast(int deviceType, int enabled, int dtype);
    [LibraryImport(Lib)]
    internal static partial int js_autocast_nest(int deeper);

    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int js_group_join(string backend, string place, int port, string interfaceAddress, int rank, int size, long milliseconds, out IntPtr group);
    [LibraryImport(Lib)]
    internal static partial int js_group_leave(IntPtr group);
    [LibraryImport(Lib)]
    internal static partial int js_group_sum(GroupHandle group, IntPtr tensor);
    [LibraryImport(Lib)]
    internal static partial int js_group_broadcast(GroupHandle group, IntPtr tensor, int root);
    [LibraryImport(Lib)]
    internal static partial int js_group_barrier(GroupHandle group);

    [LibraryImport(Lib)]
    internal static partial IntPtr js_last_error();
    [LibraryImport(Lib, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void js_fail(string message);
    [LibraryImport(Lib)]
    internal static partial void js_free(IntPtr memory);
    [LibraryImport(Lib)]
    internal static partial int js_version(out IntPtr version);
    [LibraryImport(Lib)]
    internal static partial int js_grad_mode(out int enabled);
    [LibraryImport(Lib)]
    internal static partial int js_set_grad_mode(int enabled);
    [LibraryImport(Lib)]
    internal static partial int js_inference_mode(out int enabled);
    [LibraryImport(Lib)]
    internal static partial int js_inference_mode_enter(int enabled, out IntPtr guard);
    [LibraryImport(Lib)]
    internal static partial int js_inference_mode_leave(IntPtr guard);
    [LibraryImport(Lib)]
    internal static partial int js_num_threads(out int count);
    [LibraryImport(Lib)]
    internal static partial int js_set_num_threads(int count);
    [LibraryImport(Lib)]
    internal static partial int js_num_interop_threads(out int count);
    [LibraryImport(Lib)]
    internal static partial int js_set_num_interop_threads(int count);
    [LibraryImport(Lib)]
    internal static partial int js_device_count(int deviceType, out int count);
    [LibraryImport(Lib)]
    internal static partial int js_device_synchronize(int deviceType, int deviceIndex);
    [LibraryImport(Lib)]
    internal static partial int js_allow_tf32(out int allowed);
    [LibraryImport(Lib)]
    internal static partial int js_set_allow_tf32(int allowed);

    [LibraryImport(Lib)]
    internal static partial int js_manual_seed(ulong seed);
    [LibraryImport(Lib)]
    internal static partial int js_generator_default(int deviceType, int deviceIndex, out IntPtr generator);
    [LibraryImport(Lib)]
    internal static partial int js_generator_new(ulong seed, out IntPtr generator);
    [LibraryImport(Lib)]
    internal static partial int js_generator_free(IntPtr generator);
    [LibraryImport(Lib)]
    internal static partial int js_generator_state(IntPtr generator, out IntPtr state);
    [LibraryImport(Lib)]
    internal static partial int js_generator_set_state(IntPtr generator, IntPtr state);
    [LibraryImport(Lib)]
    internal static partial int js_generator_initial_seed(IntPtr generator, out ulong seed);
    [LibraryImport(Lib)]
    internal static partial int js_generator_set_seed(IntPtr generator, ulong seed);
    [LibraryImport(Lib)]
    internal static partial int js_generator_reseed(IntPtr generator, out ulong seed);
}
