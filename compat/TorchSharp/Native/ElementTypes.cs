using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>Which .NET type stands for which dtype.</summary>
internal static class ElementTypes
{
    internal static ScalarType Of(Type type) =>
        type == typeof(float) ? ScalarType.Float32
        : type == typeof(long) ? ScalarType.Int64
        : type == typeof(int) ? ScalarType.Int32
        : type == typeof(double) ? ScalarType.Float64
        : type == typeof(bool) ? ScalarType.Bool
        : type == typeof(byte) ? ScalarType.Byte
        : type == typeof(sbyte) ? ScalarType.Int8
        : type == typeof(short) ? ScalarType.Int16
        : type == typeof(Half) ? ScalarType.Float16
        : type == typeof(BFloat16) ? ScalarType.BFloat16
        : throw new ArgumentException($"No dtype stands for {type}.");

    internal static void Require<T>(ScalarType dtype)
    {
        if (Of(typeof(T)) != dtype) throw new ArgumentException($"A tensor of {dtype} holds no {typeof(T).Name}.");
    }
}
