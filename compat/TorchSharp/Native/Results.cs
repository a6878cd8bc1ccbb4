using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>Takes ownership of what a native call handed over.</summary>
internal static unsafe class Results
{
    internal static Tensor? ToTensor(this in NativeValue value) => value.Tag switch
    {
        Tag.Tensor when value.Bits != 0 => new Tensor(value.Pointer),
        Tag.Tensor or Tag.None => null,
        _ => throw new InvalidOperationException($"The operator returned {value.Tag}, not a tensor."),
    };

    internal static Tensor[] ToTensors(this in NativeValue value)
    {
        if (value.Tag != Tag.TensorList) throw new InvalidOperationException($"The operator returned {value.Tag}, not a list of tensors.");
        var tensors = new Tensor[value.Count];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(((IntPtr*)value.Pointer)[i]);
        NativeMethods.js_free(value.Pointer);
        return tensors;
    }

    internal static void Release(this in NativeValue value)
    {
        if (value.Tag == Tag.Tensor && value.Bits != 0) Status.Check(NativeMethods.js_tensor_free(value.Pointer));
        if (value.Tag < Tag.IntList) return;
        if (value.Tag == Tag.TensorList)
            for (var i = 0; i < value.Count; i++) Status.Check(NativeMethods.js_tensor_free(((IntPtr*)value.Pointer)[i]));
        NativeMethods.js_free(value.Pointer);
    }
}
