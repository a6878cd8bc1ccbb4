using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    private static ScalarType default_dtype = ScalarType.Float32;

    public static ScalarType get_default_dtype() => default_dtype;
    public static void set_default_dtype(ScalarType dtype) => default_dtype = is_floating_point(dtype) ? dtype
        : throw new ArgumentException($"Only a floating point type can be the default, not {dtype}.");

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var whole = start.Type == ScalarType.Int64 && stop.Type == ScalarType.Int64 && step.Type == ScalarType.Int64;
        return Aten.arange_start_step.Call(start, stop, step, dtype ?? (whole ? ScalarType.Int64 : default_dtype), default, device ?? default_device).requires_grad_if(requires_grad);
    }

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Aten.linspace.Call(start, end, steps, dtype ?? default_dtype, default, device ?? default_device).requires_grad_if(requires_grad);

    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RefuseNames(names);
        return Aten.eye_m.Call(rows, columns < 0 ? rows : columns, dtype ?? default_dtype, default, device ?? default_device).requires_grad_if(requires_grad);
    }

    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        RefuseNames(names);
        return Aten.randint_low_generator.Call(low, high, size, generator, dtype ?? ScalarType.Int64, default, device ?? default_device).requires_grad_if(requires_grad);
    }

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Aten.randperm_generator.Call(n, generator, dtype ?? ScalarType.Int64, default, device ?? default_device).requires_grad_if(requires_grad);

    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) => rawArray.GetType().GetElementType() switch
    {
        var type when type == typeof(float) => Filled<float>(rawArray, dtype, device, requires_grad, names),
        var type when type == typeof(double) => Filled<double>(rawArray, dtype, device, requires_grad, names),
        var type when type == typeof(long) => Filled<long>(rawArray, dtype, device, requires_grad, names),
        var type when type == typeof(int) => Filled<int>(rawArray, dtype, device, requires_grad, names),
        var type when type == typeof(short) => Filled<short>(rawArray, dtype, device, requires_grad, names),
        var type when type == typeof(byte) => Filled<byte>(rawArray, dtype, device, requires_grad, names),
        var type when type == typeof(sbyte) => Filled<sbyte>(rawArray, dtype, device, requires_grad, names),
        var type when type == typeof(bool) => Filled<bool>(rawArray, dtype, device, requires_grad, names),
        var type when type == typeof(Half) => Filled<Half>(rawArray, dtype, device, requires_grad, names),
        var type when type == typeof(BFloat16) => Filled<BFloat16>(rawArray, dtype, device, requires_grad, names),
        var type => throw new ArgumentException($"No tensor holds elements of type {type}."),
    };

    /// <summary>The elements of an array of any rank; the runtime keeps them in row-major order, as a tensor does.</summary>
    private static unsafe Tensor Filled<T>(Array array, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) where T : unmanaged
    {
        var shape = new long[array.Rank];
        for (var d = 0; d < shape.Length; d++) shape[d] = array.GetLongLength(d);
        fixed (byte* data = &MemoryMarshal.GetArrayDataReference(array))
            return Filled(new ReadOnlySpan<T>(data, array.Length), shape, dtype, device, requires_grad, names);
    }

    private static Tensor Filled<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null)
        where T : unmanaged
    {
        RefuseNames(names);
        var own = ElementTypes.Of(typeof(T));
        var target = device ?? get_default_device();
        var tensor = Aten.empty_memory_format.Call(shape.ToArray(), own, default, CPU);
        if (tensor.NumberOfElements != elements.Length) throw new ArgumentException($"{elements.Length} elements do not fill a tensor of shape [{string.Join(", ", tensor.shape)}].");
        elements.CopyTo(tensor.Elements<T>());
        if ((dtype ?? own) != own || target.type != DeviceType.CPU) tensor = tensor.to(dtype ?? own, target, disposeAfter: true);
        return tensor.requires_grad_if(requires_grad);
    }

    private static ScalarType DTypeOf(Scalar value) => value.Type == ScalarType.Float64 ? default_dtype : value.Type;

    private static void RefuseNames(string[]? names)
    {
        if (names is not null) throw new NotSupportedException("Named dimensions are not part of this subset.");
    }
}
